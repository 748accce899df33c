/** Tests of what is touched and what is written. */
@NullMarked
package cn.jianfu.report.readside;

import org.jspecify.annotations.NullMarked;
