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
 */
public record Order(
    GroupId id,
    WorkGroupCommand command,
    Actor actor,
    Origin origin,
    @Nullable Long expectedVersion) {

  public Order(GroupId id, WorkGroupCommand command, Actor actor, Origin origin) {
    this(id, command, actor, origin, null);
  }
}
