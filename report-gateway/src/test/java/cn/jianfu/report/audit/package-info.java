/** Tests of the audit log. */
@NullMarked
package cn.jianfu.report.audit;

import org.jspecify.annotations.NullMarked;
