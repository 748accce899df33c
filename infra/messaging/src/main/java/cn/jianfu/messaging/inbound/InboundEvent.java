package cn.jianfu.messaging.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was heard.
 *
 * @param id CloudEvents id
 * @param type CloudEvents type
 * @param source CloudEvents source: the owning service
 * @param subject the aggregate that it is about
 * @param sequence {@code epoch-seq}, zero-padded: compares as text
 * @param payload the contract's record
 * @param trace W3C traceparent of the request that led to it
 */
public record InboundEvent(
    String id,
    String type,
    String source,
    String subject,
    Instant time,
    String sequence,
    Object payload,
    String topic,
    int partition,
    long offset,
    @Nullable String trace) {}
