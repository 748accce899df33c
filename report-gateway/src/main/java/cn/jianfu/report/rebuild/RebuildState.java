package cn.jianfu.report.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild is.
 *
 * @param read events that are read and applied
 * @param all events that there are to read
 * @param undecodable events that were left out
 * @param failure why it was given up; null when it was not
 */
record RebuildState(
    Stage stage,
    @Nullable Instant begunAt,
    @Nullable Instant endedAt,
    long read,
    long all,
    long undecodable,
    @Nullable String failure) {

  enum Stage {
    NONE,
    PREPARING,
    READING,
    COMPUTING,
    DONE,
    FAILED
  }

  static final RebuildState NONE = new RebuildState(Stage.NONE, null, null, 0, 0, 0, null);

  boolean underWay() {
    return stage == Stage.PREPARING || stage == Stage.READING || stage == Stage.COMPUTING;
  }

  static RebuildState begun(Instant at) {
    return new RebuildState(Stage.PREPARING, at, null, 0, 0, 0, null);
  }

  RebuildState reading(long soFar, long of, long leftOut) {
    return new RebuildState(Stage.READING, begunAt, null, soFar, of, leftOut, null);
  }

  RebuildState computing() {
    return new RebuildState(Stage.COMPUTING, begunAt, null, read, all, undecodable, null);
  }

  RebuildState done(Instant at) {
    return new RebuildState(Stage.DONE, begunAt, at, read, all, undecodable, null);
  }

  RebuildState failed(Instant at, String why) {
    return new RebuildState(Stage.FAILED, begunAt, at, read, all, undecodable, why);
  }
}
