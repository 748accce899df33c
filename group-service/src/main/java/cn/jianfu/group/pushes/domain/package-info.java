/** Counts of pushed events. */
@NullMarked
package cn.jianfu.group.pushes.domain;

import org.jspecify.annotations.NullMarked;
