/** report-gateway: what the district sees of every town, and the district's own hand. */
@NullMarked
package cn.jianfu.report;

import org.jspecify.annotations.NullMarked;
