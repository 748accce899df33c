/** Findings (问题), the detected half: raised, changed and cleared; people judge them elsewhere. */
@NullMarked
package cn.jianfu.group.finding;

import org.jspecify.annotations.NullMarked;
