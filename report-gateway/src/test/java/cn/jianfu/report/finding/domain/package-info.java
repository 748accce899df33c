/** Tests of how findings are shown. */
@NullMarked
package cn.jianfu.report.finding.domain;

import org.jspecify.annotations.NullMarked;
