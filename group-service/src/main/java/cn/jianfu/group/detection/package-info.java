/** Looks for what is wrong with groups: soon after something changed, and when days pass. */
@NullMarked
package cn.jianfu.group.detection;

import org.jspecify.annotations.NullMarked;
