/** Facts about a town and the one calculator that makes metrics and a score of them. */
@NullMarked
package cn.jianfu.report.compliance.domain;

import org.jspecify.annotations.NullMarked;
