package cn.jianfu.messaging.aggregate;

import org.jspecify.annotations.Nullable;

/** How a command ended. */
public sealed interface Outcome<S, D> {

  /** Written, durably, with its events in the outbox. */
  record Applied<S, D>(Stored<S> now, boolean created) implements Outcome<S, D> {}

  /** It was so already, or a later write of the same source stands. */
  record Unchanged<S, D>(@Nullable Stored<S> now) implements Outcome<S, D> {}

  /**
   * The same key was accepted before.
   *
   * @param version what it led to then
   * @param result what was to be kept of it; null when nothing was
   */
  record Repeated<S, D>(Stored<S> now, long version, @Nullable String result)
      implements Outcome<S, D> {

    public Repeated(Stored<S> now, long version) {
      this(now, version, null);
    }
  }

  /** The same key was accepted before with another body. */
  record KeyReused<S, D>() implements Outcome<S, D> {}

  /** A rule is against it. */
  record Declined<S, D>(D why) implements Outcome<S, D> {}

  /** The sender has seen another version, or other writers were first too often. */
  record Stale<S, D>(Stored<S> now) implements Outcome<S, D> {}

  /** Nothing more can be written until the broker is back: the outbox is full. */
  record OutboxFull<S, D>() implements Outcome<S, D> {}
}
