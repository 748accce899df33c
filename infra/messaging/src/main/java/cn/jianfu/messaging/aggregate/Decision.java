package cn.jianfu.messaging.aggregate;

import java.util.List;

/**
 * What a command leads to.
 *
 * @param <S> the aggregate's state
 * @param <D> why a command is declined
 */
public sealed interface Decision<S, D> {

  /** The next state, and the published records (payloads of the event catalogue) that say so. */
  record Accepted<S, D>(S next, List<?> events) implements Decision<S, D> {}

  /** It is so already; nothing is written. */
  record Unchanged<S, D>() implements Decision<S, D> {}

  /** A rule is against it; nothing is written. */
  record Declined<S, D>(D why) implements Decision<S, D> {}
}
