/**
 * A Kafka broker (KRaft, one node) that runs inside the calling JVM and keeps its data in a folder.
 */
@NullMarked
package cn.jianfu.broker;

import org.jspecify.annotations.NullMarked;
