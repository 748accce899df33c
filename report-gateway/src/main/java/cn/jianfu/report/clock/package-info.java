/** The district's time: what the time is, and which day it is there. */
@NullMarked
package cn.jianfu.report.clock;

import org.jspecify.annotations.NullMarked;
