package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days and rounds that a decision has when nobody says otherwise. */
final class RegisterDays {

  private static final String DUE_DAYS = "order.defaultDueWorkingDays";

  private RegisterDays() {}

  /** The day by which what is decided today is to be carried out; null when no rule says. */
  static @Nullable LocalDate due(Names names) {
    return names
        .inForce()
        .map(rules -> rules.thresholds().get(DUE_DAYS))
        .map(days -> names.district().calendars().workingDaysAfter(names.day(), days.intValue()))
        .orElse(null);
  }

  /** The rounds that are open for a town, the latest last. */
  static List<FindingsPage.Choice> rounds(Names names, String town) {
    return names.district().rounds().stream()
        .filter(round -> !round.openedOn().isAfter(names.day()))
        .filter(round -> round.closedOn() == null || !round.closedOn().isBefore(names.day()))
        .filter(round -> names.district().units().within(town, round.scope()))
        .map(
            round -> new FindingsPage.Choice(round.id(), new Words(round.nameZh(), round.nameEn())))
        .toList();
  }
}
