/** Timed jobs of which only one instance runs at a time. */
@NullMarked
package cn.jianfu.messaging.job;

import org.jspecify.annotations.NullMarked;
