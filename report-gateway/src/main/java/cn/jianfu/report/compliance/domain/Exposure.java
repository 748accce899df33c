package cn.jianfu.report.compliance.domain;

import java.util.Optional;

/** How many live subjects a rule could apply to. */
final class Exposure {

  private Exposure() {}

  /** As the detector says; before it has said anything, as the facts show for the plain cases. */
  static long of(Day day, String rule) {
    Optional<LoadFact.Summary> said = day.facts().townLoadOn(day.date());
    return said.isPresent() ? said.get().exposure().getOrDefault(rule, 0) : ofFacts(day, rule);
  }

  private static long ofFacts(Day day, String rule) {
    return switch (rule) {
      case "G-REG", "G-DUPM", "G-OVER" -> day.live().size();
      case "G-ZOMB" -> day.live().stream().filter(group -> hasCounters(group, day)).count();
      case "G-TEMP" -> day.live().stream().filter(Exposure::isTemporary).count();
      default -> 0;
    };
  }

  private static boolean hasCounters(GroupFact group, Day day) {
    return Idleness.of(group, day) != Idleness.UNKNOWN;
  }

  private static boolean isTemporary(GroupFact group) {
    return "TEMPORARY".equals(group.kind()) || "STAGE".equals(group.kind());
  }
}
