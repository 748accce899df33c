/** A unit's staff at one moment, and who was on its list before. */
@NullMarked
package cn.jianfu.group.staff.domain;

import org.jspecify.annotations.NullMarked;
