/** Tests of closed days. */
@NullMarked
package cn.jianfu.report.closing;

import org.jspecify.annotations.NullMarked;
