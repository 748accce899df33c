/** Facts: one document for each group, finding and load, written by guarded updates. */
@NullMarked
package cn.jianfu.report.fact;

import org.jspecify.annotations.NullMarked;
