package cn.jianfu.group.members;

import cn.jianfu.group.members.domain.MemberRole;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who is in a group, as a resource's body or a pushed event's data.
 *
 * @param takenAt the moment; now when absent
 */
public record TakeMembers(@Nullable Instant takenAt, @Nullable List<@Nullable Person> members) {

  /**
   * A person in the group.
   *
   * @param id the directory's id; only its keyed hash is kept
   * @param unit org code of the person's unit, when known
   * @param role MEMBER when absent
   */
  public record Person(@Nullable String id, @Nullable String unit, @Nullable MemberRole role) {}
}
