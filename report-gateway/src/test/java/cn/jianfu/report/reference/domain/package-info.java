/** Tests of reference data. */
@NullMarked
package cn.jianfu.report.reference.domain;

import org.jspecify.annotations.NullMarked;
