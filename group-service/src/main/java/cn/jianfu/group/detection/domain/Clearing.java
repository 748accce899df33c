package cn.jianfu.group.detection.domain;

import cn.jianfu.group.detection.domain.ScanOutcome.Scanned;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells why a finding that a scan no longer has is gone. */
final class Clearing {

  private final Scanned scanned;
  private final ScanInput input;
  private final Function<String, @Nullable RuleSet> earlierRuleSet;
  private final Corrections corrections;
  private final Map<String, Boolean> liveById = new HashMap<>();
  private final Set<String> exempt = new HashSet<>();
  private final Set<String> joined = new HashSet<>();
  private final Map<String, String> matters = new HashMap<>();
  private final Map<String, Set<String>> foundByEarlier = new HashMap<>();

  Clearing(Scanned scanned, ScanInput input, Function<String, @Nullable RuleSet> earlierRuleSet) {
    this.scanned = scanned;
    this.input = input;
    this.earlierRuleSet = earlierRuleSet;
    this.corrections = new Corrections(input);
    input.groups().forEach(group -> liveById.put(group.id(), group.live()));
    input.groups().stream().filter(GroupFacts::joined).map(GroupFacts::id).forEach(joined::add);
    scanned.exempt().forEach(finding -> exempt.add(finding.id()));
    scanned.detected().stream()
        .filter(finding -> finding.rule() == DetectionRule.SAME_MATTER)
        .forEach(it -> it.groups().forEach(group -> matters.put(group, it.id())));
  }

  /** Null when the finding cannot be judged now and therefore stays. */
  @Nullable ClearedBecause reason(Detected finding) {
    if (wasReportedInError(finding) || finding.groups().stream().anyMatch(this::neverWas)) {
      return ClearedBecause.WITHDRAWN;
    }
    if (finding.groups().stream().anyMatch(joined::contains) || goesOnInAnother(finding)) {
      return ClearedBecause.JOINED;
    }
    if (isClosed(finding)) {
      return ClearedBecause.SUBJECT_CLOSED;
    }
    if (isOfGroupsInUseAgain(finding)) {
      return ClearedBecause.RESTORED;
    }
    if (scanned.ruleSet().settingOf(finding.rule()) == null) {
      return ClearedBecause.RULE_SET;
    }
    if (exempt.contains(finding.id())) {
      return ClearedBecause.EXEMPTION;
    }
    if (scanned.unjudged().containsKey(finding.rule()) || isUnknown(finding)) {
      return null;
    }
    if (isOutOfSight(finding) || stillFloods(finding)) {
      return null;
    }
    if (foundByEarlierRules(finding)) {
      return ClearedBecause.RULE_SET;
    }
    if (corrections.showThatItNeverHeld(finding, earlierRuleSet.apply(finding.ruleSet()))) {
      return ClearedBecause.CORRECTED;
    }
    return isRelabelled(finding) ? ClearedBecause.RELABELLED : ClearedBecause.DATA;
  }

  /** Whether it was found by what is said of groups alone, and these are in use as before. */
  private boolean isRelabelled(Detected finding) {
    return switch (finding.rule()) {
      case SAME_MATTER -> finding.groups().stream().filter(this::isLive).count() > 1;
      case REBOUND ->
          !"MEMBERS".equals(finding.evidence().word("by"))
              && finding.groups().stream().allMatch(this::isLive)
              && finding.evidence().ids("dissolved").stream()
                  .anyMatch(ended -> Boolean.FALSE.equals(liveById.get(ended)));
      case ZOMBIE -> isIdleByAnyDayOfFounding(finding.subject());
      default -> false;
    };
  }

  /** Whether it would be found if nobody had said that it was founded later. */
  private boolean isIdleByAnyDayOfFounding(String id) {
    return Idleness.of(null, input.activity().get(id), scanned.ruleSet().thresholds(), input.day())
        instanceof Idleness.Zombie;
  }

  private boolean wasReportedInError(Detected finding) {
    return finding.rule() == DetectionRule.SECRECY
        && input.secrecy().withdrawn().contains(finding.subject());
  }

  /** Whether two of its groups are still on one matter, of which another finding tells. */
  private boolean goesOnInAnother(Detected finding) {
    Set<String> others = new HashSet<>();
    return finding.rule() == DetectionRule.SAME_MATTER
        && finding.groups().stream()
            .map(matters::get)
            .filter(Objects::nonNull)
            .anyMatch(other -> !others.add(other));
  }

  private boolean isClosed(Detected finding) {
    return switch (finding.rule().about()) {
      case GROUP, GROUPS_TOGETHER -> !finding.groups().stream().allMatch(this::isLive);
      case UNIT, DECLARATIONS -> finding.groups().stream().noneMatch(this::isLive);
      case DECISION, WORD, PERSON -> false;
    };
  }

  /** Whether nothing of what it had followed is gone any more. */
  private boolean isOfGroupsInUseAgain(Detected finding) {
    List<String> followed = finding.evidence().ids("dissolved");
    return finding.rule() == DetectionRule.REBOUND
        && !followed.isEmpty()
        && followed.stream().noneMatch(ended -> Boolean.FALSE.equals(liveById.get(ended)));
  }

  private boolean isLive(String group) {
    Boolean live = liveById.get(group);
    return live != null ? live : !neverWas(group);
  }

  /**
   * A scan is given every group that is or was; one of a single group knows nothing of groups that
   * it was not given.
   */
  private boolean neverWas(String group) {
    boolean wasGiven =
        !(input.scope() instanceof ScanScope.OneGroup(String changed, _)) || changed.equals(group);
    return wasGiven && !liveById.containsKey(group);
  }

  private boolean isUnknown(Detected finding) {
    Set<String> unknown = scanned.unknownGroups().getOrDefault(finding.rule(), Set.of());
    return finding.groups().stream().anyMatch(unknown::contains);
  }

  /** Whether that by which a rebound was found, members or an owner, is not known any more. */
  private boolean isOutOfSight(Detected finding) {
    if (finding.rule() != DetectionRule.REBOUND) {
      return false;
    }
    Set<String> concerned = new HashSet<>(finding.groups());
    concerned.addAll(finding.evidence().ids("dissolved"));
    return switch (finding.evidence().word("by")) {
      case "MEMBERS" -> !input.members().keySet().containsAll(concerned);
      case "OWNER" ->
          input.groups().stream()
              .anyMatch(group ->
                  concerned.contains(group.id()) && group.ownerRef() == null && group.ownerNamed());
      default -> false;
    };
  }

  /**
   * That the people of a dissolved group came in is seen for some months only; what came of it is
   * put right when less is said.
   */
  private boolean stillFloods(Detected finding) {
    return finding.rule() == DetectionRule.FLOOD
        && FloodRule.tookInDissolved(finding)
        && finding.groups().stream()
            .anyMatch(group -> !FloodRule.isQuiet(group, input, scanned.ruleSet().thresholds()));
  }

  private boolean foundByEarlierRules(Detected finding) {
    if (finding.ruleSet().equals(scanned.ruleSet().key())) {
      return false;
    }
    return foundByEarlier
        .computeIfAbsent(finding.ruleSet(), this::idsFoundBy)
        .contains(finding.id());
  }

  private Set<String> idsFoundBy(String ruleSet) {
    Set<String> ids = new HashSet<>();
    if (DetectionScan.scan(earlierRuleSet.apply(ruleSet), input) instanceof Scanned earlier) {
      earlier.detected().forEach(found -> ids.add(found.id()));
    }
    return ids;
  }
}
