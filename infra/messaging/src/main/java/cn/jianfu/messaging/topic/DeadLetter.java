package cn.jianfu.messaging.topic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be applied.
 *
 * @param originalTopic where it was heard first
 * @param reason why it could not be applied, in the words of the failure
 */
public record DeadLetter(
    int partition,
    long offset,
    Instant at,
    String originalTopic,
    @Nullable String type,
    @Nullable String subject,
    @Nullable String reason) {}
