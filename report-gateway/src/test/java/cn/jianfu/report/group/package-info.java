/** Tests of the drill-down into group-service. */
@NullMarked
package cn.jianfu.report.group;

import org.jspecify.annotations.NullMarked;
