package cn.jianfu.group.detection.domain;

/** How two groups share members, from the mildest to the gravest. */
public enum OverlapKind {
  /** 交叉群: the members overlap and both groups are on one unit line. */
  CROSS(0),
  /** One group's members are in the other, on whatever line. */
  CONTAINED(1),
  /** 重复群: nearly the same members on one unit line. */
  DUPLICATE(2);

  private final int gravity;

  OverlapKind(int gravity) {
    this.gravity = gravity;
  }

  int gravity() {
    return gravity;
  }
}
