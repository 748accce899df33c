/** The full history of every group: who did what, on which day, and what changed by it. */
@NullMarked
package cn.jianfu.group.history;

import org.jspecify.annotations.NullMarked;
