package cn.jianfu.report.console;

import cn.jianfu.report.compliance.domain.DayCounters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is drawn for a finding: the counters that its rule looks at. */
final class FindingCharts {

  private static final int DAYS = 120;
  private static final int HOURS = 24;
  private static final int USUAL_WINDOW = 28;

  private static final Column MESSAGES = new Column("messages", DayCounters::messages);
  private static final Column SENDERS = new Column("activeSenders", DayCounters::activeSenders);
  private static final Column TASKS = new Column("taskPosts", DayCounters::taskPosts);
  private static final Column NOTICELESS =
      new Column("tasksWithoutNotice", DayCounters::tasksWithoutNotice);
  private static final Column REPLIES = new Column("replyDemands", DayCounters::replyDemands);
  private static final Column CHECK_INS = new Column("checkInChains", DayCounters::checkInChains);
  private static final Column MATERIALS =
      new Column("materialRequests", DayCounters::materialRequests);
  private static final Column PROOFS = new Column("proofDemands", DayCounters::proofDemands);
  private static final Column ACKS = new Column("ackOnly", DayCounters::ackOnly);
  private static final Column LIKES = new Column("likes", DayCounters::likes);

  private static final Map<String, List<Column>> BY_RULE =
      Map.of(
          "G-ZOMB", List.of(MESSAGES, SENDERS),
          "G-TEMP", List.of(MESSAGES, SENDERS),
          "G-EXEC", List.of(MESSAGES, SENDERS),
          "G-INST", List.of(REPLIES, CHECK_INS),
          "G-DUMP", List.of(MATERIALS),
          "G-TRACE", List.of(PROOFS),
          "G-NOTICE", List.of(TASKS, NOTICELESS),
          "G-DRIFT", List.of(MESSAGES, ACKS, LIKES),
          "G-MEGA", List.of(MESSAGES));

  /** A counter and what it is called: a text {@code counter.NAME}. */
  private record Column(String name, Function<DayCounters, @Nullable Integer> of) {}

  private FindingCharts() {}

  /** Whether the rule looks at what is counted day by day. */
  static boolean areOf(String rule) {
    return rule.equals("G-HOURS") || BY_RULE.containsKey(rule);
  }

  /**
   * Empty where the rule looks at no counters, or none came.
   *
   * @param evidence of the finding
   * @param days the group's counters by day
   * @param last day that is drawn
   */
  static Optional<FindingPage.Chart> of(
      String rule, Map<String, Object> evidence, Map<LocalDate, DayCounters> days, LocalDate last) {
    var chart =
        rule.equals("G-HOURS")
            ? byHour(days, lastOn(evidence, last), windowOf(evidence))
            : byDay(BY_RULE.getOrDefault(rule, List.of()), days, last, limitOf(rule, evidence));
    return Optional.of(chart).filter(it -> !it.series().isEmpty() && !it.known().isEmpty());
  }

  /** The window that a finding tells of ends with the last day on which it happened. */
  private static LocalDate lastOn(Map<String, Object> evidence, LocalDate otherwise) {
    try {
      return evidence.get("lastOn") instanceof String day ? LocalDate.parse(day) : otherwise;
    } catch (DateTimeException notADay) {
      return otherwise;
    }
  }

  private static int windowOf(Map<String, Object> evidence) {
    return evidence.get("windowDays") instanceof Number days ? days.intValue() : USUAL_WINDOW;
  }

  private static @Nullable Double limitOf(String rule, Map<String, Object> evidence) {
    return rule.equals("G-MEGA") && evidence.get("limit") instanceof Number limit
        ? (Double) limit.doubleValue()
        : null;
  }

  private static FindingPage.Chart byDay(
      List<Column> columns,
      Map<LocalDate, DayCounters> days,
      LocalDate last,
      @Nullable Double limit) {
    var lines =
        last.minusDays(DAYS - 1L)
            .datesUntil(last.plusDays(1))
            .map(day -> new FindingPage.Line(day.toString(), values(columns, days.get(day))))
            .toList();
    return new FindingPage.Chart(false, columns.stream().map(Column::name).toList(), limit, lines);
  }

  private static List<@Nullable Integer> values(
      List<Column> columns, @Nullable DayCounters counters) {
    List<@Nullable Integer> values = new ArrayList<>();
    for (Column column : columns) {
      values.add(counters == null ? null : column.of().apply(counters));
    }
    return values;
  }

  /** At which hours of the day work was handed out. */
  private static FindingPage.Chart byHour(
      Map<LocalDate, DayCounters> days, LocalDate last, int windowDays) {
    int[] posts = new int[HOURS];
    boolean known = false;
    for (var day : days.entrySet()) {
      if (day.getKey().isAfter(last) || !day.getKey().isAfter(last.minusDays(windowDays))) {
        continue;
      }
      for (var hour : day.getValue().tasksByHour().entrySet()) {
        posts[hour.getKey()] += hour.getValue();
        known = true;
      }
    }
    List<FindingPage.Line> lines = new ArrayList<>();
    for (int hour = 0; hour < HOURS && known; hour++) {
      lines.add(new FindingPage.Line("%02d:00".formatted(hour), List.of(posts[hour])));
    }
    return new FindingPage.Chart(true, List.of("taskPosts"), null, lines);
  }
}
