/** What a reference to a person tells by itself. */
@NullMarked
package cn.jianfu.group.people.domain;

import org.jspecify.annotations.NullMarked;
