/** Builds the read side anew from the topics, beside the one that answers, then switches. */
@NullMarked
package cn.jianfu.report.rebuild;

import org.jspecify.annotations.NullMarked;
