/** A day of a work group in numbers (活跃日), never in words. */
@NullMarked
package cn.jianfu.group.activity.domain;

import org.jspecify.annotations.NullMarked;
