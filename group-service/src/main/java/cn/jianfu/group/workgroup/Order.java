package cn.jianfu.group.workgroup;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command to one group, by somebody.
 *
 * @param expectedVersion the version that the sender has seen; null for any
 * @param answeredAgain whether a repeat is answered with the group as it was the first time
 */
public record Order(
    GroupId id,
    WorkGroupCommand command,
    Actor actor,
    Origin origin,
    @Nullable Long expectedVersion,
    boolean answeredAgain) {

  public Order(GroupId id, WorkGroupCommand command, Actor actor, Origin origin) {
    this(id, command, actor, origin, null, false);
  }

  /** Followed only while the group is as the sender has seen it. */
  public Order expecting(@Nullable Long version) {
    return new Order(id, command, actor, origin, version, answeredAgain);
  }

  Order answeredAgain(boolean again) {
    return new Order(id, command, actor, origin, expectedVersion, again);
  }
}
