/** What the service runs on: store, relay, and the order in which things start. */
@NullMarked
package cn.jianfu.group.runtime;

import org.jspecify.annotations.NullMarked;
