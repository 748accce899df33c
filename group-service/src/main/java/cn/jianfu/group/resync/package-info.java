/** Lets an operator have everything published again. */
@NullMarked
package cn.jianfu.group.resync;

import org.jspecify.annotations.NullMarked;
