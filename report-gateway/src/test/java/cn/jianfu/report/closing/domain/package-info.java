/** Tests of which days are closed, and what a correction is. */
@NullMarked
package cn.jianfu.report.closing.domain;

import org.jspecify.annotations.NullMarked;
