package cn.jianfu.report.console;

import cn.jianfu.report.console.FindingMeasure.Bound;
import cn.jianfu.report.console.FindingMeasure.Unit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of a finding's evidence stand against which limit, by rule. What the evidence does
 * not hold is left out.
 */
final class FindingMeasures {

  /** What is forbidden altogether. */
  private static final Double NONE = 0.0;

  private final Map<String, Object> evidence;
  private final LocalDate asOf;
  private final LocalDate countedTo;
  private final List<FindingMeasure> found = new ArrayList<>();

  private FindingMeasures(Map<String, Object> evidence, LocalDate asOf, LocalDate countedTo) {
    this.evidence = evidence;
    this.asOf = asOf;
    this.countedTo = countedTo;
  }

  /**
   * @param evidence numbers, days and words by name, as group-service publishes them
   * @param asOf the day up to which time has passed: today, or the day on which it was cleared
   * @param countedTo the day up to which the group is known to be unused: silence of its source is
   *     not silence of the group
   */
  static List<FindingMeasure> of(
      String rule, Map<String, Object> evidence, LocalDate asOf, LocalDate countedTo) {
    FindingMeasures measures = new FindingMeasures(evidence, asOf, countedTo);
    measures.take(rule);
    return List.copyOf(measures.found);
  }

  private void take(String rule) {
    switch (rule) {
      case "G-ZOMB" -> {
        if (is("kind", "RARELY_USED")) {
          atLeast("active-days", Unit.DAYS, number("activeDays"), number("minActiveDays"));
        } else {
          atMost("idle", Unit.DAYS, idle(), number("idleDaysLimit"));
        }
      }
      case "G-TEMP" -> atMost("past-end", Unit.DAYS, since("endedOn"), number("graceDays"));
      case "G-REG" -> {
        if (is("kind", "RENAMED")) {
          atMost("renamed", Unit.DAYS, since("renamedOn"), number("graceDays"));
        } else {
          atMost("unregistered", Unit.DAYS, since("since"), number("graceDays"));
        }
      }
      case "G-APPR" -> atMost("approved-late", Unit.DAYS, between("createdOn", "approvedOn"), NONE);
      case "G-OVER" -> alike(is("kind", "CONTAINED") ? "containment" : "jaccard");
      case "G-REBOUND" -> {
        alike("containment");
        if (is("order", "NEW_FIRST")) {
          atLeast("rebuilt-decided", Unit.DAYS, between("decidedOn", "begunOn"), null);
        } else {
          atLeast("rebuilt", Unit.DAYS, between("dissolvedOn", "begunOn"), number("windowDays"));
        }
      }
      case "G-DUPM" -> atMost("same-matter", Unit.GROUPS, number("count"), 1.0);
      case "G-DUPP" ->
          atMost(
              "group-load",
              Unit.GROUPS,
              number("groups"),
              number(is("level", "HIGH") ? "high" : "warn"));
      case "G-UNIT" -> atMost("permanent", Unit.GROUPS, number("count"), number("allowance"));
      case "G-TWICE" -> {
        atMost("towns", Unit.TOWNS, towns(), 1.0);
        atMost("units", Unit.UNITS, number("units"), 1.0);
      }
      case "G-HOURS", "G-DUMP", "G-TRACE", "G-NOTICE" -> demands();
      case "G-INST" -> {
        atLeast("reply", Unit.MINUTES, number("shortestMinutes"), number("minMinutes"));
        demands();
      }
      case "G-DRIFT" -> {
        share("share");
        atMost("messages", Unit.MESSAGES, number("messages"), null);
      }
      case "G-MEGA" -> {
        atMost("flood", Unit.MESSAGES, number("messagesPerWorkday"), number("limit"));
        atMost("merged", Unit.GROUPS, number("mergedGroups"), null);
      }
      case "G-LEAVE" -> {
        atMost("left", Unit.DAYS, since("leftOn"), number("graceDays"));
        atMost("leavers", Unit.PEOPLE, number("leavers"), NONE);
      }
      case "G-OWNER" -> atMost("owner-left", Unit.DAYS, since("leftOn"), NONE);
      case "G-EXEC" -> {
        if (is("kind", "STILL_USED")) {
          atMost("still-used", Unit.DAYS, between("executedOn", "usedOn"), number("graceDays"));
        } else {
          atMost("overdue", Unit.DAYS, since("dueOn"), number("graceDays"));
        }
      }
      case "G-SECRET" -> {
        atMost("unsaid", Unit.DAYS, since("statementDueOn"), number("graceDays"));
        atMost("unresolved", Unit.DAYS, since("foundOn"), NONE);
      }
      // A rule that is newer than this page shows its sentence and its evidence.
      default -> {}
    }
  }

  private void demands() {
    atMost("times", Unit.TIMES, number("times"), NONE);
    atMost("days", Unit.DAYS, number("days"), null);
  }

  /** Groups that reach the limit are alike. */
  private void alike(String name) {
    take(name, Unit.SHARE, number(name), number("limit"), Bound.BELOW);
  }

  private void share(String name) {
    take(name, Unit.SHARE, number(name), number("limit"), Bound.AT_MOST);
  }

  private void atMost(String name, Unit unit, @Nullable Double value, @Nullable Double limit) {
    take(name, unit, value, limit, Bound.AT_MOST);
  }

  private void atLeast(String name, Unit unit, @Nullable Double value, @Nullable Double limit) {
    take(name, unit, value, limit, Bound.AT_LEAST);
  }

  private void take(
      String name, Unit unit, @Nullable Double value, @Nullable Double limit, Bound bound) {
    if (value != null) {
      found.add(new FindingMeasure(name, unit, value, limit, bound));
    }
  }

  private boolean is(String name, String word) {
    return word.equals(evidence.get(name));
  }

  private @Nullable Double number(String name) {
    return evidence.get(name) instanceof Number number ? number.doubleValue() : null;
  }

  /** Towns outside of the user's scope are a count. */
  private @Nullable Double towns() {
    Double others = number("foreignTowns");
    return evidence.get("townCodes") instanceof Collection<?> own
        ? own.size() + (others == null ? 0.0 : others)
        : null;
  }

  /** Days from that one until now. */
  private @Nullable Double since(String name) {
    return days(day(name), asOf);
  }

  /** As far as the counters reach; those of the last days may be on their way. */
  private @Nullable Double idle() {
    Double known = days(day("idleSince"), countedTo);
    return known == null ? null : (Double) Math.max(0, known);
  }

  private @Nullable Double between(String from, String to) {
    return days(day(from), day(to));
  }

  private static @Nullable Double days(@Nullable LocalDate from, @Nullable LocalDate to) {
    return from == null || to == null ? null : (double) ChronoUnit.DAYS.between(from, to);
  }

  private @Nullable LocalDate day(String name) {
    try {
      return evidence.get(name) instanceof String text ? LocalDate.parse(text) : null;
    } catch (DateTimeException notADay) {
      return null;
    }
  }
}
