/**
 * What arrives from Kafka: the envelope, guarded projections, and the way back for what could not
 * be applied.
 */
@NullMarked
package cn.jianfu.messaging.inbound;

import org.jspecify.annotations.NullMarked;
