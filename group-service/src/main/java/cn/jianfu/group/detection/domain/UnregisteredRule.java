package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * G-REG: groups in use that nobody declared, and declared ones that some days later are not filed,
 * not filed under the name that they have, or lack required fields. Groups that are to end need no
 * filing any more. One that was renamed since a filing that does not tell its name is unknown.
 */
final class UnregisteredRule {

  private final RuleScan scan;
  private final int grace;

  private UnregisteredRule(RuleScan scan) {
    this.scan = scan;
    this.grace = scan.thresholds().wholeNumber("register.graceDays");
  }

  static void apply(RuleScan scan) {
    UnregisteredRule rule = new UnregisteredRule(scan);
    scan.liveGroups().stream().filter(GroupFacts::goesOn).forEach(rule::judge);
  }

  private void judge(GroupFacts group) {
    boolean isExempt = scan.exempts(group);
    Lack lack = lackOf(group);
    if (lack == null && group.filedName() == null && isRenamed(group)) {
      if (!isExempt) {
        scan.unknown(group);
      }
      return;
    }
    if (!isExempt) {
      scan.exposed(group.unit());
    }
    if (lack != null) {
      scan.found(isExempt, group, lack.gravity, evidence(group, lack));
    }
  }

  private @Nullable Lack lackOf(GroupFacts group) {
    LocalDate declaredOn = group.declaredOn();
    if (declaredOn == null) {
      return Lack.UNREGISTERED;
    }
    if (!declaredOn.plusDays(grace).isBefore(scan.day())) {
      return null;
    }
    if (!group.filed()) {
      return Lack.UNFILED;
    }
    if (group.filedName() != null && isRenamed(group)) {
      return Lack.RENAMED;
    }
    return group.missing(scan.thresholds()).isEmpty() ? null : Lack.INCOMPLETE;
  }

  private boolean isRenamed(GroupFacts group) {
    LocalDate on = group.renamedOn();
    return on != null && on.plusDays(grace).isBefore(scan.day());
  }

  private Evidence evidence(GroupFacts group, Lack lack) {
    LocalDate declaredOn = group.declaredOn();
    Evidence.Builder evidence =
        Evidence.builder()
            .word("kind", lack.name())
            .day("since", declaredOn == null ? group.knownSince() : declaredOn);
    if (lack == Lack.RENAMED) {
      evidence.word("filedName", group.filedName()).day("renamedOn", group.renamedOn());
    }
    // Of a group that nobody declared, all is missing.
    List<String> missing = declaredOn == null ? List.of() : group.missing(scan.thresholds());
    if (!missing.isEmpty()) {
      evidence.ids("missing", missing);
    }
    if (declaredOn != null) {
      evidence.limit("graceDays", grace);
    }
    return evidence.build();
  }

  private enum Lack {
    INCOMPLETE(0),
    RENAMED(1),
    UNFILED(1),
    UNREGISTERED(2);

    private final int gravity;

    Lack(int gravity) {
      this.gravity = gravity;
    }
  }
}
