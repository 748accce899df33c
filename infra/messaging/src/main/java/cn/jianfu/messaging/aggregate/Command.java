package cn.jianfu.messaging.aggregate;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A command to one aggregate, with what makes it safe to repeat.
 *
 * @param id the aggregate
 * @param key idempotency key, for example source and id of a pushed event
 * @param bodyHash of the request: the same key with another body is refused
 * @param source who sends; with {@code time}, lets a late retry of an old write be recognised
 * @param time when the source says that it happened; null when it does not say
 * @param expectedVersion the version that the sender has seen (If-Match); null for any
 * @param result what of the new state is kept with the key, to answer a repeat as the first time,
 *     whatever has happened since; null to keep nothing
 */
public record Command<S, D>(
    String id,
    String key,
    String bodyHash,
    String source,
    @Nullable Instant time,
    @Nullable Long expectedVersion,
    Decider<S, D> decider,
    @Nullable Function<S, String> result) {

  /** A command of which a repeat is told the version only. */
  public Command(
      String id,
      String key,
      String bodyHash,
      String source,
      @Nullable Instant time,
      @Nullable Long expectedVersion,
      Decider<S, D> decider) {
    this(id, key, bodyHash, source, time, expectedVersion, decider, null);
  }
}
