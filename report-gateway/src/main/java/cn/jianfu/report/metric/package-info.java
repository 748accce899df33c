/** The catalogue of metrics: what each is called, and how it is computed. */
@NullMarked
package cn.jianfu.report.metric;

import org.jspecify.annotations.NullMarked;
