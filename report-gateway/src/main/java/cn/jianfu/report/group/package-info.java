/** One group, as group-service knows it, or from the gateway's own facts when that is away. */
@NullMarked
package cn.jianfu.report.group;

import org.jspecify.annotations.NullMarked;
