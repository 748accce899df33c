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
    return new GroupMembers(
        groupId, unit, town, new MemberSnapshot(moment, snapshot.members(), snapshot.forgotten()));
  }

  /** How many they were, and nobody of them. */
  public GroupMembers withoutPeople() {
    return new GroupMembers(groupId, unit, town, snapshot.withoutPeople());
  }

  public GroupMembers without(String personRef) {
    return new GroupMembers(groupId, unit, town, snapshot.without(personRef));
  }
}
