/** Computes each town's compliance from its facts, keeps it, and answers with it. */
@NullMarked
package cn.jianfu.report.compliance;

import org.jspecify.annotations.NullMarked;
