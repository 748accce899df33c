package cn.jianfu.group.detection.domain;

import java.util.List;

/** What the self-check list proposes for a group, with the rules that speak for it. */
public sealed interface SuggestedDecision {

  /** Rule ids in order; none for a group with nothing against it. */
  List<String> reasons();

  /** 保留. */
  record Keep(List<String> reasons) implements SuggestedDecision {}

  /** 解散. */
  record Dissolve(List<String> reasons) implements SuggestedDecision {}

  /** 合并 into the best group of its cluster. */
  record Merge(String target, List<String> reasons) implements SuggestedDecision {}

  /** 规范: keep, and put the register right. */
  record Standardise(List<String> reasons) implements SuggestedDecision {}
}
