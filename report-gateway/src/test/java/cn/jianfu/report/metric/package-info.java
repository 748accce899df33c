/** Tests of the catalogue of metrics. */
@NullMarked
package cn.jianfu.report.metric;

import org.jspecify.annotations.NullMarked;
