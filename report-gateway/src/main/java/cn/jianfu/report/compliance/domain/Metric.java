package cn.jianfu.report.compliance.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A metric of a town on a day.
 *
 * @param from first day of its period; {@code asOf} for a metric of one day
 * @param denominator null for a count
 * @param value null when the denominator is 0 or what it needs is not there
 * @param excluded subjects left out on purpose
 * @param unknown subjects about which the data says too little
 * @param details further numbers by name
 */
public record Metric(
    String id,
    int formulaVersion,
    LocalDate from,
    LocalDate asOf,
    MeasuredIn unit,
    long numerator,
    @Nullable Long denominator,
    @Nullable BigDecimal value,
    long excluded,
    long unknown,
    SortedMap<String, BigDecimal> details) {

  private static final int RATIO_SCALE = 4;
  private static final int OTHER_SCALE = 2;

  /** What the value of a metric is measured in. */
  public enum MeasuredIn {
    /** 1 is 100 %. */
    RATIO,
    COUNT,
    /** A count of things that people did, and not of groups. */
    ITEMS,
    GROUPS_PER_PERSON,
    PER_HUNDRED_GROUPS,
    PER_HUNDRED_MEMBER_DAYS,
    MESSAGES_PER_PERSON_DAY,
    WORKING_DAYS;

    private int factor() {
      return switch (this) {
        case PER_HUNDRED_GROUPS, PER_HUNDRED_MEMBER_DAYS -> 100;
        case RATIO, COUNT, ITEMS, GROUPS_PER_PERSON, MESSAGES_PER_PERSON_DAY, WORKING_DAYS -> 1;
      };
    }
  }

  static Metric count(String id, LocalDate day, long count) {
    return count(id, day, MeasuredIn.COUNT, count);
  }

  static Metric count(String id, LocalDate day, MeasuredIn unit, long count) {
    return new Metric(
        id, 1, day, day, unit, count, null, BigDecimal.valueOf(count), 0, 0, new TreeMap<>());
  }

  static Metric ratio(String id, LocalDate day, long numerator, long denominator) {
    return quotient(id, day, MeasuredIn.RATIO, numerator, denominator);
  }

  static Metric quotient(
      String id, LocalDate day, MeasuredIn unit, long numerator, long denominator) {
    return new Metric(
        id,
        1,
        day,
        day,
        unit,
        numerator,
        denominator,
        divided(unit, numerator, denominator),
        0,
        0,
        new TreeMap<>());
  }

  /** A count of what nobody has looked for yet. */
  static Metric notCounted(String id, LocalDate day) {
    return new Metric(id, 1, day, day, MeasuredIn.COUNT, 0, null, null, 0, 0, new TreeMap<>());
  }

  /** A metric that cannot be computed, because what it refers to is not there. */
  static Metric absent(String id, LocalDate day, MeasuredIn unit) {
    return quotient(id, day, unit, 0, 0);
  }

  /** By a later formula than the first. */
  Metric byFormula(int version) {
    return new Metric(
        id, version, from, asOf, unit, numerator, denominator, value, excluded, unknown, details);
  }

  Metric since(LocalDate first) {
    return with(first, value, excluded, unknown, details);
  }

  /** The same with another value than the quotient, such as a median. */
  Metric valued(@Nullable BigDecimal other) {
    return with(from, other, excluded, unknown, details);
  }

  Metric leavingOut(long excludedCount, long unknownCount) {
    return with(from, value, excludedCount, unknownCount, details);
  }

  /** With a further number, if it is one of anything. */
  Metric withAny(String name, long number) {
    return number == 0 ? this : with(name, number);
  }

  Metric with(String name, long number) {
    SortedMap<String, BigDecimal> more = new TreeMap<>(details);
    more.put(name, BigDecimal.valueOf(number));
    return with(from, value, excluded, unknown, more);
  }

  private Metric with(
      LocalDate first,
      @Nullable BigDecimal result,
      long excludedCount,
      long unknownCount,
      SortedMap<String, BigDecimal> numbers) {
    return new Metric(
        id,
        formulaVersion,
        first,
        asOf,
        unit,
        numerator,
        denominator,
        result,
        excludedCount,
        unknownCount,
        numbers);
  }

  private static @Nullable BigDecimal divided(MeasuredIn unit, long numerator, long denominator) {
    if (denominator == 0) {
      return null;
    }
    return BigDecimal.valueOf(numerator)
        .multiply(BigDecimal.valueOf(unit.factor()))
        .divide(
            BigDecimal.valueOf(denominator),
            unit == MeasuredIn.RATIO ? RATIO_SCALE : OTHER_SCALE,
            RoundingMode.HALF_UP);
  }
}
