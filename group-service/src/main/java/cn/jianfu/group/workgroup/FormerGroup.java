package cn.jianfu.group.workgroup;

import cn.jianfu.group.workgroup.domain.Forgetting;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import java.util.Set;
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

  /** The same without an owner who is to be forgotten. */
  public FormerGroup forgetting(String ownerRef, Set<String> ownerNames) {
    return state == null
        ? this
        : new FormerGroup(
            version, WorkGroupRecord.of(new Forgetting(ownerRef, ownerNames).in(state.group())));
  }

  /** The same without any owner. */
  public FormerGroup forgettingOwners() {
    return state == null
        ? this
        : new FormerGroup(version, WorkGroupRecord.of(Forgetting.everybodyIn(state.group())));
  }

  /** What owners are called in it. */
  public Set<String> ownerNames() {
    return state == null ? Set.of() : Forgetting.namesIn(state.group());
  }

  public @Nullable WorkGroup group() {
    return state == null ? null : state.group();
  }
}
