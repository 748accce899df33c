package cn.jianfu.allinone.sample;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the sample comes in: week after week, so that there is a past to look back at, or all at
 * once.
 *
 * @param today the day as of which the sample is
 * @param weeks how many weeks pass before it; with none, all comes in today
 */
public record SampleWeeks(LocalDate today, int weeks) {

  /** As many weeks as a town's curve shows. */
  public static final int ALL = 12;

  /** Days within which a group is declared and filed. */
  private static final int DECLARED_WITHIN = 8;

  /** The days on which something comes in; the last is today. */
  public List<LocalDate> days() {
    return first().datesUntil(today.plusDays(1), Period.ofWeeks(1)).toList();
  }

  private LocalDate first() {
    return today.minusWeeks(weeks);
  }

  /** Whether the group is declared by then; today there is no later day to wait for. */
  boolean isKnown(SampleGroup group, LocalDate day) {
    return day.equals(today) || !group.createdOn().plusDays(DECLARED_WITHIN).isAfter(day);
  }

  /** Whether the group is known since that day. */
  boolean isNew(SampleGroup group, LocalDate day) {
    return isKnown(group, day) && (day.equals(first()) || !isKnown(group, day.minusWeeks(1)));
  }

  /** What a town says that dissolves its silent and outlived groups before anybody tells it to. */
  List<Map<String, Object>> cleanUp(SampleEvents says, String id, LocalDate day) {
    if (day.equals(today.minusWeeks(2))) {
      return List.of(says.dissolution(id, day));
    }
    return day.equals(today.minusWeeks(1)) ? List.of(says.execution(id, day)) : List.of();
  }

  /**
   * The group's members when it is new and at the end, and what was counted in it since the week
   * before.
   */
  List<Map<String, Object>> reports(
      SampleEvents says, SampleGroup group, String id, LocalDate day) {
    List<Map<String, Object>> events = new ArrayList<>();
    boolean isNew = isNew(group, day);
    if (isNew || day.equals(today)) {
      events.add(says.members(group, id, day));
    }
    LocalDate from = isNew ? LocalDate.MIN : day.minusWeeks(1);
    SampleDay.history(group, today).stream()
        .filter(it -> !it.date().isBefore(from) && it.date().isBefore(day))
        .forEach(it -> events.add(says.activity(it, id)));
    return events;
  }
}
