package cn.jianfu.group.detection.domain;

import cn.jianfu.group.detection.domain.ScanOutcome.Scanned;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether what a finding rested on was counted wrong: by the counters as they are known now
 * there was nothing to find then. Who puts a number right has put nothing else right.
 */
final class Corrections {

  private final ScanInput input;

  /** By id; few scans ask, and those of many. */
  private final Map<String, GroupFacts> groups = new HashMap<>();

  Corrections(ScanInput input) {
    this.input = input;
  }

  /**
   * Whether the finding never held.
   *
   * @param then the rule set that it was found with; null when it is not known any more
   */
  boolean showThatItNeverHeld(Detected finding, @Nullable RuleSet then) {
    Evidence evidence = finding.evidence();
    return switch (finding.rule()) {
      case OFF_HOURS, INSTANT_REPLY, MATERIAL, PROOF, NO_NOTICE ->
          then != null && isFine(finding, then, evidence.day("lastOn"));
      case DRIFT -> then != null && isFine(finding, then, evidence);
      case ZOMBIE -> then != null && wasUsed(finding, then.thresholds(), evidence.day("idleSince"));
      case FLOOD -> then != null && wasQuiet(finding, then.thresholds());
      // Every day since the end of such a group is read.
      case NOT_EXECUTED -> wasSilentSince(finding, evidence.day("usedOn"));
      default -> false;
    };
  }

  /** Whole weeks, which are judged from the Monday after them. */
  private boolean isFine(Detected finding, RuleSet then, Evidence weeks) {
    LocalDate from = weeks.day("from");
    LocalDate to = weeks.day("to");
    return from != null
        && to != null
        && isRead(from, then.thresholds())
        && isFine(finding, then, to.plusDays(1));
  }

  /** Whether the rule, on the day on which it was last broken, was kept after all. */
  private boolean isFine(Detected finding, RuleSet then, @Nullable LocalDate day) {
    GroupFacts group = groupOf(finding);
    return day != null
        && group != null
        && isRead(day, then.thresholds())
        && DetectionScan.scan(then, input.of(group, day), Set.of(finding.rule()))
            instanceof Scanned judged
        && judged.detected().isEmpty()
        && judged.exempt().isEmpty()
        && judged.exposures().getOrDefault(finding.rule(), Map.of()).values().stream()
            .anyMatch(exposure -> exposure.subjects() > 0);
  }

  /** Of earlier days a scan does not know what was asked and said. */
  private boolean isRead(LocalDate day, Thresholds then) {
    return !day.isBefore(input.day().minusDays(2L * then.days("counters.windowDays")));
  }

  /** Whether it was in use before it had been idle for long enough. */
  private boolean wasUsed(Detected finding, Thresholds then, @Nullable LocalDate since) {
    ActivityFacts activity = activityOf(finding);
    if (activity == null || since == null || !finding.evidence().word("kind").isEmpty()) {
      return false;
    }
    LocalDate foundAfter = since.plusDays(then.days("zombie.idleDays"));
    LocalDate used = activity.lastSubstantiveDay(then.days("zombie.minActiveMembers"), foundAfter);
    return used != null && used.isAfter(since);
  }

  private boolean wasQuiet(Detected finding, Thresholds then) {
    LocalDate from = finding.evidence().day("from");
    LocalDate to = finding.evidence().day("to");
    if (from == null || to == null || !isRead(from, then)) {
      return false;
    }
    Integer load =
        MessageLoad.perWorkday(activityOf(finding), new Weeks(from, to), input.workingTime());
    return load != null && load <= then.days("group.msgsPerDay");
  }

  private boolean wasSilentSince(Detected finding, @Nullable LocalDate usedOn) {
    ActivityFacts activity = activityOf(finding);
    return usedOn != null
        && activity != null
        && activity.between(usedOn, input.day()).stream().noneMatch(day -> day.messages() > 0);
  }

  private @Nullable ActivityFacts activityOf(Detected finding) {
    return input.activity().get(finding.subject());
  }

  private @Nullable GroupFacts groupOf(Detected finding) {
    if (groups.isEmpty()) {
      input.groups().forEach(group -> groups.put(group.id(), group));
    }
    return groups.get(finding.subject());
  }
}
