/** The findings desk: lists what was found, and keeps what people say about it. */
@NullMarked
package cn.jianfu.report.finding;

import org.jspecify.annotations.NullMarked;
