package cn.jianfu.messaging.aggregate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that is not known to be published yet.
 *
 * @param data the JSON body, sent as it is
 * @param trace W3C traceparent of the request that led to it
 */
record OutboxEntry(
    long seq, String id, String type, Instant at, String data, @Nullable String trace) {}
