/** One generation of everything that is made of events, and the switch to the next one. */
@NullMarked
package cn.jianfu.report.readside;

import org.jspecify.annotations.NullMarked;
