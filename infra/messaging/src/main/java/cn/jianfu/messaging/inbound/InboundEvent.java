package cn.jianfu.messaging.inbound;

import java.time.Instant;

/**
 * An event as it was heard.
 *
 * @param id CloudEvents id
 * @param type CloudEvents type
 * @param source CloudEvents source: the owning service
 * @param subject the aggregate that it is about
 * @param sequence {@code epoch-seq}, zero-padded: compares as text
 * @param payload the contract's record
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
    long offset) {}
