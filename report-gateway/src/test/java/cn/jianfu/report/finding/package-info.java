/** Tests of the findings desk. */
@NullMarked
package cn.jianfu.report.finding;

import org.jspecify.annotations.NullMarked;
