/** What the district publishes for everybody: units, calendar, rules, exemptions, rounds. */
@NullMarked
package cn.jianfu.group.reference;

import org.jspecify.annotations.NullMarked;
