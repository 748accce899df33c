/** Closed days (日终存档): what was shown of a town on a day, kept as it was. */
@NullMarked
package cn.jianfu.report.closing;

import org.jspecify.annotations.NullMarked;
