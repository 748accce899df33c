package cn.jianfu.report.group;

import java.util.List;

/** What group-service says when it is asked which groups could become one. */
public sealed interface MergesTold {

  /**
   * The plans.
   *
   * @param more whether there are others that were not asked for
   */
  record Known(List<MergePlan> plans, boolean more) implements MergesTold {}

  /** It does not work out such a merge, and says why. */
  record Declined(String why) implements MergesTold {}

  /** There is no answer, for this reason. */
  record Nothing(Degraded why) implements MergesTold {}
}
