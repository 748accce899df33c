package cn.jianfu.contracts.supervision;

import cn.jianfu.contracts.ActorV1;
import org.jspecify.annotations.Nullable;

/**
 * A round was opened, changed or closed.
 *
 * @param actor who did it; null when it came with the platform
 */
public record RoundPublishedV1(RoundV1 round, @Nullable ActorV1 actor) {

  public RoundPublishedV1(RoundV1 round) {
    this(round, null);
  }
}
