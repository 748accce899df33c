/** What the service runs on: store, relay and the published language. */
@NullMarked
package cn.jianfu.report.runtime;

import org.jspecify.annotations.NullMarked;
