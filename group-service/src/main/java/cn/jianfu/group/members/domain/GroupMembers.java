package cn.jianfu.group.members.domain;

import java.time.Instant;

/**
 * The latest members of a group.
 *
 * @param groupId of the group, as text
 * @param town org code of the town, or of the district
 */
public record GroupMembers(String groupId, String unit, String town, MemberSnapshot snapshot) {

  /** The same people, as they were taken at another moment. */
  public GroupMembers takenAt(Instant moment) {
    return new GroupMembers(groupId, unit, town, new MemberSnapshot(moment, snapshot.members()));
  }

  public GroupMembers without(String personRef) {
    return new GroupMembers(groupId, unit, town, snapshot.without(personRef));
  }
}
