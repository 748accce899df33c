/** Reference data of the district: org units, calendars, rule sets, exemptions, rounds. */
@NullMarked
package cn.jianfu.report.reference.domain;

import org.jspecify.annotations.NullMarked;
