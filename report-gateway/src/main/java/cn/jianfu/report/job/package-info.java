/** Runs what has to be done again and again. */
@NullMarked
package cn.jianfu.report.job;

import org.jspecify.annotations.NullMarked;
