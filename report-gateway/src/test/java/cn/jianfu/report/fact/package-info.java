/** Tests of facts in a store. */
@NullMarked
package cn.jianfu.report.fact;

import org.jspecify.annotations.NullMarked;
