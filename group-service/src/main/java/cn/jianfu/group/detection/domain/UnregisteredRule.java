package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * G-REG: groups in use that nobody declared, and declared ones that are not filed or lack required
 * fields some days later. Groups that are to end need no filing any more.
 */
final class UnregisteredRule {

  private UnregisteredRule() {}

  static void apply(RuleScan scan) {
    int grace = scan.thresholds().wholeNumber("register.graceDays");
    for (GroupFacts group : scan.liveGroups()) {
      if (!group.goesOn()) {
        continue;
      }
      boolean isExempt = scan.exempts(group);
      if (!isExempt) {
        scan.exposed(group.unit());
      }
      Lack lack = lackOf(group, scan.day(), grace);
      if (lack != null) {
        scan.found(isExempt, group, lack.gravity, evidence(group, lack, grace));
      }
    }
  }

  private static @Nullable Lack lackOf(GroupFacts group, LocalDate day, int grace) {
    LocalDate declaredOn = group.declaredOn();
    if (declaredOn == null) {
      return Lack.UNREGISTERED;
    }
    if (!declaredOn.plusDays(grace).isBefore(day)) {
      return null;
    }
    if (!group.filed()) {
      return Lack.UNFILED;
    }
    return group.missingFields().isEmpty() ? null : Lack.INCOMPLETE;
  }

  private static Evidence evidence(GroupFacts group, Lack lack, int grace) {
    LocalDate declaredOn = group.declaredOn();
    Evidence.Builder evidence =
        Evidence.builder()
            .word("kind", lack.name())
            .day("since", declaredOn == null ? group.knownSince() : declaredOn);
    // Of a group that nobody declared, all is missing.
    List<String> missing =
        declaredOn == null ? List.of() : group.missingFields().stream().sorted().toList();
    if (!missing.isEmpty()) {
      evidence.ids("missing", missing);
    }
    if (declaredOn != null) {
      evidence.number("graceDays", grace);
    }
    return evidence.build();
  }

  private enum Lack {
    INCOMPLETE(0),
    UNFILED(1),
    UNREGISTERED(2);

    private final int gravity;

    Lack(int gravity) {
      this.gravity = gravity;
    }
  }
}
