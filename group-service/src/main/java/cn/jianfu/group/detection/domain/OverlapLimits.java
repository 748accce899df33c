package cn.jianfu.group.detection.domain;

import org.jspecify.annotations.Nullable;

/**
 * From which share of members on two groups are duplicate, contained or cross.
 *
 * @param duplicate Jaccard share of a duplicate, for groups of one unit line
 * @param cross Jaccard share of a cross group, for groups of one unit line
 * @param containment share of the smaller group's members that the larger one has
 * @param containedSize least size of a contained group as a share of the larger one's; zero is no
 *     limit. It keeps a small group from being "contained" in the assembly of all staff.
 */
public record OverlapLimits(Ratio duplicate, Ratio cross, Ratio containment, Ratio containedSize) {

  public OverlapLimits {
    requireShare("duplicate", duplicate);
    requireShare("cross", cross);
    requireShare("containment", containment);
  }

  static OverlapLimits of(Thresholds thresholds) {
    return new OverlapLimits(
        thresholds.ratio("overlap.duplicateJaccard"),
        thresholds.ratio("overlap.crossJaccard"),
        thresholds.ratio("overlap.containment"),
        thresholds.ratioOr("overlap.containmentSizeShare", new Ratio(0, 1)));
  }

  /** What a pair is; null is nothing. More shared members never make it less. */
  @Nullable OverlapKind kindOf(long a, long b, long shared, boolean sameLine) {
    long union = a + b - shared;
    if (shared == 0) {
      return null;
    }
    if (sameLine && duplicate.reachedBy(shared, union)) {
      return OverlapKind.DUPLICATE;
    }
    long smaller = Math.min(a, b);
    if (containment.reachedBy(shared, smaller)
        && containedSize.reachedBy(smaller, Math.max(a, b))) {
      return OverlapKind.CONTAINED;
    }
    return sameLine && cross.reachedBy(shared, union) ? OverlapKind.CROSS : null;
  }

  /** The fewest shared members that could make a pair anything at all. */
  int leastShared(long a, long b, boolean sameLine) {
    long smaller = Math.min(a, b);
    long least = Long.MAX_VALUE;
    if (containedSize.reachedBy(smaller, Math.max(a, b))) {
      least = containment.leastPartOf(smaller);
    }
    if (sameLine) {
      Ratio weaker = duplicate.isMoreThan(cross) ? cross : duplicate;
      // shared / (a + b - shared) >= n/d  <=>  shared >= n (a + b) / (n + d)
      long jaccard =
          Math.ceilDiv(weaker.numerator() * (a + b), weaker.numerator() + weaker.denominator());
      least = Math.min(least, jaccard);
    }
    return (int) Math.min(Integer.MAX_VALUE, least);
  }

  private static void requireShare(String what, Ratio share) {
    if (share.numerator() == 0 || share.numerator() > share.denominator()) {
      throw new IllegalArgumentException(what + " must be above 0 and at most 1: " + share);
    }
  }
}
