/** The bindings: what the gateway hears, and what it does about it. */
@NullMarked
package cn.jianfu.report.inbound;

import org.jspecify.annotations.NullMarked;
