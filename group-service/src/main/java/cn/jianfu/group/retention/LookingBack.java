package cn.jianfu.group.retention;

import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.group.reference.ReferenceData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** How long after its end the rules still need to know who was in a group. */
final class LookingBack {

  private static final String REBOUND_WINDOW = "rebound.windowDays";

  /** Lists of the new group may come late, and what its unit says of it may come later. */
  static final int MARGIN = 30;

  private LookingBack() {}

  /** By the rules in force, and by those that are to come; empty when none are in force. */
  static Optional<Integer> days(LocalDate today, ReferenceData district) {
    return district
        .ruleSetOn(today)
        .flatMap(now ->
            Stream.concat(
                    Stream.of(now),
                    district.ruleSets().stream().filter(it -> it.effectiveFrom().isAfter(today)))
                .map(LookingBack::window)
                .max(Comparator.naturalOrder()))
        .map(window -> window + MARGIN);
  }

  private static int window(RuleSetV1 rules) {
    return rules
        .thresholds()
        .getOrDefault(REBOUND_WINDOW, BigDecimal.ZERO)
        .setScale(0, RoundingMode.CEILING)
        .intValue();
  }
}
