package cn.jianfu.group.workgroup;

import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A group before something was said about it, kept to be given back.
 *
 * @param version 0 when nobody knew it
 * @param state null when nobody knew it
 */
public record FormerGroup(long version, @Nullable WorkGroupRecord state) {

  public static FormerGroup of(@Nullable Stored<WorkGroup> known) {
    return known == null
        ? new FormerGroup(0, null)
        : new FormerGroup(known.version(), WorkGroupRecord.of(known.state()));
  }

  public @Nullable WorkGroup group() {
    return state == null ? null : state.group();
  }
}
