package cn.jianfu.group.detection.domain;

import cn.jianfu.group.detection.domain.ScanOutcome.NotScanned;
import cn.jianfu.group.detection.domain.ScanOutcome.Scanned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Applies every rule that is on to the facts of a day; the same input gives the same outcome. */
public final class DetectionScan {

  private static final Set<DetectionRule> ALL = EnumSet.allOf(DetectionRule.class);

  private final List<Detected> detected = new ArrayList<>();
  private final List<Detected> exempt = new ArrayList<>();
  private final Map<DetectionRule, Map<String, Exposure>> exposures =
      new EnumMap<>(DetectionRule.class);
  private final Map<DetectionRule, Set<String>> unknown = new EnumMap<>(DetectionRule.class);
  private final Map<DetectionRule, String> unjudged = new EnumMap<>(DetectionRule.class);
  private final Map<String, LocalDate> silentSince = new TreeMap<>();

  private DetectionScan() {}

  /**
   * Scans with the rule set in force on the input's day. A rule whose numbers the rule set lacks is
   * not judged, and the others are.
   *
   * @param ruleSet null when none is in force
   */
  public static ScanOutcome scan(@Nullable RuleSet ruleSet, ScanInput input) {
    return scan(ruleSet, input, ALL);
  }

  /** The same with some of the rules. */
  static ScanOutcome scan(@Nullable RuleSet ruleSet, ScanInput input, Set<DetectionRule> rules) {
    if (ruleSet == null) {
      return new NotScanned();
    }
    DetectionScan scan = new DetectionScan();
    for (DetectionRule rule : rules) {
      RuleSet.Setting setting = ruleSet.settingOf(rule);
      if (setting != null) {
        scan.judge(rule, new RuleScan(rule, ruleSet, setting, input));
      }
    }
    scan.detected.sort(Detected.BY_RULE_AND_SUBJECT);
    scan.exempt.sort(Detected.BY_RULE_AND_SUBJECT);
    return new Scanned(
        ruleSet,
        scan.detected,
        scan.exempt,
        scan.exposures,
        scan.unknown,
        scan.unjudged,
        scan.silentSince);
  }

  private void judge(DetectionRule rule, RuleScan scan) {
    try {
      apply(rule, scan);
    } catch (ThresholdMissing missing) {
      unjudged.put(rule, missing.key());
      return;
    }
    detected.addAll(scan.detected());
    exempt.addAll(scan.exempt());
    exposures.put(rule, scan.exposures());
    unknown.put(rule, scan.unknownGroups());
  }

  private void apply(DetectionRule rule, RuleScan scan) {
    switch (rule) {
      case OVERLAP -> OverlapRule.apply(scan);
      case ZOMBIE -> ZombieRule.apply(scan, silentSince);
      case OUTLIVED -> OutlivedRule.apply(scan);
      case SAME_MATTER -> SameMatterRule.apply(scan);
      case GROUP_LOAD -> GroupLoadRule.apply(scan);
      case DECLARED_TWICE -> DeclaredTwiceRule.apply(scan);
      case UNREGISTERED -> UnregisteredRule.apply(scan);
      case UNAPPROVED -> ApprovalRule.apply(scan);
      case ORPHANED -> OwnerRule.apply(scan);
      case LEAVERS -> LeaverRule.apply(scan);
      case ALLOWANCE -> AllowanceRule.apply(scan);
      case NOT_EXECUTED -> NotExecutedRule.apply(scan);
      case REBOUND -> ReboundRule.apply(scan);
      case FLOOD -> FloodRule.apply(scan);
      case OFF_HOURS -> DemandRules.offHours(scan);
      case INSTANT_REPLY -> DemandRules.instantReplies(scan);
      case MATERIAL -> DemandRules.material(scan);
      case PROOF -> DemandRules.proof(scan);
      case NO_NOTICE -> DemandRules.noNotice(scan);
      case DRIFT -> DriftRule.apply(scan);
      case SECRECY -> SecrecyRule.apply(scan);
    }
  }
}
