/** Which days are to be closed, and in what a day has changed since it was. */
@NullMarked
package cn.jianfu.report.closing.domain;

import org.jspecify.annotations.NullMarked;
