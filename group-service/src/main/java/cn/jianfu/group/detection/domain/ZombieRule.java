package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Map;

/** G-ZOMB: groups that nobody uses. */
final class ZombieRule {

  private ZombieRule() {}

  static void apply(RuleScan scan, Map<String, LocalDate> silentSince) {
    for (GroupFacts group : scan.liveGroups()) {
      Idleness idleness =
          Idleness.of(
              group.createdOn(),
              scan.input().activity().get(group.id()),
              scan.thresholds(),
              scan.day());
      boolean isExempt = scan.exempts(group);
      if (idleness instanceof Idleness.Unknown) {
        scan.unknown(group);
      } else if (!isExempt) {
        scan.exposed(group.unit());
      }
      switch (idleness) {
        case Idleness.Zombie zombie -> {
          report(scan, group, isExempt, zombie);
          silent(group, isExempt, rareSince(scan, zombie), silentSince);
        }
        case Idleness.Warned warned -> silent(group, isExempt, warned.idleSince(), silentSince);
        case Idleness.InUse _, Idleness.Unknown _ -> {}
      }
    }
  }

  /** A group that is used now and then is not silent since its last use, but over the window. */
  private static LocalDate rareSince(RuleScan scan, Idleness.Zombie zombie) {
    LocalDate window = scan.day().minusDays(scan.thresholds().wholeNumber("zombie.idleDays"));
    boolean isRare = zombie.activeDays() != null && window.isBefore(zombie.idleSince());
    return isRare ? window : zombie.idleSince();
  }

  private static void silent(
      GroupFacts group, boolean isExempt, LocalDate since, Map<String, LocalDate> silentSince) {
    if (!isExempt) {
      silentSince.put(group.id(), since);
    }
  }

  private static void report(
      RuleScan scan, GroupFacts group, boolean isExempt, Idleness.Zombie zombie) {
    ActivityFacts activity = scan.input().activity().get(group.id());
    LocalDate lastTold =
        activity == null ? null : activity.lastToldBefore(scan.day(), scan.thresholds());
    Evidence.Builder evidence =
        Evidence.builder()
            .word("kind", zombie.activeDays() == null ? null : "RARELY_USED")
            .day("idleSince", zombie.idleSince())
            .day("lastUsedOn", zombie.lastUsedOn())
            .limit("idleDaysLimit", scan.thresholds().wholeNumber("zombie.idleDays"))
            .limit("minActiveMembers", scan.thresholds().wholeNumber("zombie.minActiveMembers"))
            .word("silentBy", lastTold == null ? null : "ANOTHER_SOURCE")
            .day("lastToldOn", lastTold);
    Integer activeDays = zombie.activeDays();
    if (activeDays != null) {
      evidence
          .limit("activeDays", activeDays)
          .limit("minActiveDays", scan.thresholds().wholeNumberOr("zombie.minActiveDays", 0));
    }
    scan.found(isExempt, group, 0, evidence.build());
  }
}
