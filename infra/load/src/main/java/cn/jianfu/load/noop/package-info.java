/** A request that only authenticates and validates: the baseline of a single event. */
@NullMarked
package cn.jianfu.load.noop;

import org.jspecify.annotations.NullMarked;
