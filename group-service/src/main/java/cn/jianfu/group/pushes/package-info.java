/** What became of pushed events, by source and day: what was taken, what was declined and why. */
@NullMarked
package cn.jianfu.group.pushes;

import org.jspecify.annotations.NullMarked;
