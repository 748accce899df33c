package cn.jianfu.contracts.supervision;

import cn.jianfu.contracts.ActorV1;
import org.jspecify.annotations.Nullable;

/**
 * An exemption was granted, changed or revoked.
 *
 * @param actor who did it; null when it came with the platform
 */
public record ExemptionPublishedV1(ExemptionV1 exemption, @Nullable ActorV1 actor) {

  public ExemptionPublishedV1(ExemptionV1 exemption) {
    this(exemption, null);
  }
}
