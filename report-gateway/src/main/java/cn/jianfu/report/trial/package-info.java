/** What other rules would make of the towns' findings, indices and bands; nothing is changed. */
@NullMarked
package cn.jianfu.report.trial;

import org.jspecify.annotations.NullMarked;
