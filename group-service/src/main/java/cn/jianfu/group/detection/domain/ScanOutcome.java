package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a scan found. */
public sealed interface ScanOutcome {

  /** No rule set is in force: nothing is found and nothing may be cleared. */
  record NotScanned() implements ScanOutcome {}

  /**
   * What the rules in force find.
   *
   * @param detected in the order of rule and subject
   * @param exempt what would have been detected without exemptions
   * @param exposures by rule and accountable unit; meant for the scope of everything
   * @param unknownGroups by rule, live groups that could not be judged; their findings stay
   * @param unjudged rules that are on, by the number that they lack; their findings stay
   * @param silentSince since when groups are idle that are zombies or on their way, exempt ones not
   */
  record Scanned(
      RuleSet ruleSet,
      List<Detected> detected,
      List<Detected> exempt,
      Map<DetectionRule, Map<String, Exposure>> exposures,
      Map<DetectionRule, Set<String>> unknownGroups,
      Map<DetectionRule, String> unjudged,
      Map<String, LocalDate> silentSince)
      implements ScanOutcome {}
}
