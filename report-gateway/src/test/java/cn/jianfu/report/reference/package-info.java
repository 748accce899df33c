/** Tests of reference data as it is published. */
@NullMarked
package cn.jianfu.report.reference;

import org.jspecify.annotations.NullMarked;
