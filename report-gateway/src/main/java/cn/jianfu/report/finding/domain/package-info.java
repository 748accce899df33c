/** A finding as it is detected, as people judged it, and the state that both lead to. */
@NullMarked
package cn.jianfu.report.finding.domain;

import org.jspecify.annotations.NullMarked;
