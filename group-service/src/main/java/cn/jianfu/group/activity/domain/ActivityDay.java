package cn.jianfu.group.activity.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of one group; a later report of the same day corrects it.
 *
 * @param groupId of the group, as text
 * @param town org code of the town, or of the district
 * @param source who counted, as its requests name it; empty in days of before it was kept
 */
public record ActivityDay(
    String groupId, String unit, String town, LocalDate date, Counters counters, String source) {

  /** Nobody counted before there were such groups. */
  public static final LocalDate FIRST = LocalDate.of(2011, 1, 1);

  /** What reporting this day does when {@code known} is what is known of it. */
  public Verdict after(@Nullable ActivityDay known, LocalDate today) {
    Verdict ofDay = of(date, today);
    boolean isKnown = known != null && equals(known.by(source));
    return ofDay == Verdict.RECORDED && isKnown ? Verdict.KNOWN : ofDay;
  }

  /** A second source that counts the same has nothing to add. */
  private ActivityDay by(String other) {
    return new ActivityDay(groupId, unit, town, date, counters, other);
  }

  /** What reporting such a day leads to, whatever was counted on it. */
  public static Verdict of(LocalDate date, LocalDate today) {
    if (date.isAfter(today)) {
      return Verdict.IN_FUTURE;
    }
    return date.isBefore(FIRST) ? Verdict.BEFORE_ANY_GROUP : Verdict.RECORDED;
  }

  /** What a report leads to. */
  public enum Verdict {
    RECORDED,
    KNOWN,
    IN_FUTURE,
    BEFORE_ANY_GROUP
  }
}
