/** Tests of the calculator. */
@NullMarked
package cn.jianfu.report.compliance.domain;

import org.jspecify.annotations.NullMarked;
