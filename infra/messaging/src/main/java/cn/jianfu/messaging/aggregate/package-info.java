/**
 * Aggregates: one document each, changed by one update that carries state, version and outbox
 * together.
 */
@NullMarked
package cn.jianfu.messaging.aggregate;

import org.jspecify.annotations.NullMarked;
