/** What must be there before the service is ready, and in which order it comes. */
@NullMarked
package cn.jianfu.report.start;

import org.jspecify.annotations.NullMarked;
