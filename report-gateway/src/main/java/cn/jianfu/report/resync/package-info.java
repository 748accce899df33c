/** Lets an operator have everything published again. */
@NullMarked
package cn.jianfu.report.resync;

import org.jspecify.annotations.NullMarked;
