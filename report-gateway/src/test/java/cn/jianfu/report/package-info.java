/** Tests of the gateway as a whole. */
@NullMarked
package cn.jianfu.report;

import org.jspecify.annotations.NullMarked;
