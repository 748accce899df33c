/** Tests of the bindings, from the broker to what is known. */
@NullMarked
package cn.jianfu.report.inbound;

import org.jspecify.annotations.NullMarked;
