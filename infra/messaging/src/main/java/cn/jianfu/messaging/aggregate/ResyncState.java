package cn.jianfu.messaging.aggregate;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a resync of this instance is.
 *
 * @param published aggregates by collection, so far
 * @param failure why it was given up; null when it was not
 */
public record ResyncState(
    Stage stage,
    @Nullable Instant begunAt,
    @Nullable Instant endedAt,
    Map<String, Long> published,
    @Nullable String failure) {

  /** Where it stands. */
  public enum Stage {
    NONE,
    PUBLISHING,
    DONE,
    FAILED
  }

  static final ResyncState NONE = new ResyncState(Stage.NONE, null, null, Map.of(), null);

  static ResyncState begun(Instant at) {
    return new ResyncState(Stage.PUBLISHING, at, null, Map.of(), null);
  }

  boolean underWay() {
    return stage == Stage.PUBLISHING;
  }

  ResyncState published(String collection, long count) {
    Map<String, Long> now = new TreeMap<>(published);
    now.put(collection, count);
    return new ResyncState(stage, begunAt, endedAt, Map.copyOf(now), failure);
  }

  ResyncState done(Instant at) {
    return new ResyncState(Stage.DONE, begunAt, at, published, null);
  }

  ResyncState failed(Instant at, String why) {
    return new ResyncState(Stage.FAILED, begunAt, at, published, why);
  }
}
