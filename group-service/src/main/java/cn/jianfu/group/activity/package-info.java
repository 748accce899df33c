/** Activity days (活跃日): counters by group and day. */
@NullMarked
package cn.jianfu.group.activity;

import org.jspecify.annotations.NullMarked;
