package cn.jianfu.contracts.supervision;

import cn.jianfu.contracts.ActorV1;
import org.jspecify.annotations.Nullable;

/**
 * An org unit was opened, changed or closed.
 *
 * @param actor who did it; null when it came with the platform
 */
public record OrgUnitPublishedV1(OrgUnitV1 orgUnit, @Nullable ActorV1 actor) {

  public OrgUnitPublishedV1(OrgUnitV1 orgUnit) {
    this(orgUnit, null);
  }
}
