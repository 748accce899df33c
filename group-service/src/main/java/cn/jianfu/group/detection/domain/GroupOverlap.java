package cn.jianfu.group.detection.domain;

import java.util.Comparator;

/** Two groups that share members, in the order of their ids. */
public record GroupOverlap(
    String first,
    String second,
    int firstMembers,
    int secondMembers,
    int sharedMembers,
    OverlapKind kind) {

  static final Comparator<GroupOverlap> BY_IDS =
      Comparator.comparing(GroupOverlap::first).thenComparing(GroupOverlap::second);

  static GroupOverlap of(
      String one, int oneMembers, String other, int otherMembers, int shared, OverlapKind kind) {
    return one.compareTo(other) < 0
        ? new GroupOverlap(one, other, oneMembers, otherMembers, shared, kind)
        : new GroupOverlap(other, one, otherMembers, oneMembers, shared, kind);
  }

  /** The group whose members are (nearly) all in the other one: the smaller, else the later id. */
  String contained() {
    return firstMembers < secondMembers ? first : second;
  }
}
