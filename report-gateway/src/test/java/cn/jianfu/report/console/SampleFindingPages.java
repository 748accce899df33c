package cn.jianfu.report.console;

import cn.jianfu.report.compliance.domain.DayCounters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The pages of the sample district's findings. */
final class SampleFindingPages implements FindingPages {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** Evidence of every rule, as its detector publishes it. */
  static final Map<String, Map<String, Object>> EVIDENCE =
      Map.ofEntries(
          Map.entry(
              "G-ZOMB",
              Map.of("idleSince", "2026-08-25", "idleDaysLimit", 60, "minActiveMembers", 2)),
          Map.entry("G-TEMP", Map.of("endedOn", "2026-10-31", "graceDays", 7)),
          Map.entry("G-REG", Map.of("kind", "INCOMPLETE", "since", "2026-11-01", "graceDays", 7)),
          Map.entry("G-APPR", Map.of("createdOn", "2026-03-01", "approvedOn", "2026-03-09")),
          Map.entry(
              "G-OVER",
              Map.of(
                  "kind",
                  "DUPLICATE",
                  "firstMembers",
                  45,
                  "secondMembers",
                  48,
                  "sharedMembers",
                  42,
                  "jaccard",
                  0.823,
                  "containment",
                  0.933,
                  "limit",
                  0.8)),
          Map.entry(
              "G-REBOUND",
              Map.of(
                  "dissolvedOn",
                  "2026-09-01",
                  "begunOn",
                  "2026-09-20",
                  "windowDays",
                  90,
                  "containment",
                  0.9,
                  "limit",
                  0.7)),
          Map.entry("G-DUPM", Map.of("count", 3, "matterCode", "FLOOD")),
          Map.entry("G-DUPP", Map.of("groups", 23, "level", "HIGH", "warn", 10, "high", 20)),
          Map.entry("G-UNIT", Map.of("count", 5, "allowance", 3)),
          Map.entry("G-TWICE", Map.of("townCodes", List.of("350213101000"), "foreignTowns", 1)),
          Map.entry("G-HOURS", Map.of("times", 9, "days", 4, "windowDays", 28)),
          Map.entry("G-DUMP", Map.of("times", 3, "days", 3, "windowDays", 28)),
          Map.entry("G-TRACE", Map.of("times", 3, "days", 2, "windowDays", 28)),
          Map.entry("G-NOTICE", Map.of("times", 2, "days", 2, "windowDays", 28)),
          Map.entry(
              "G-INST", Map.of("times", 6, "days", 5, "shortestMinutes", 30, "minMinutes", 120)),
          Map.entry("G-DRIFT", Map.of("share", 0.71, "limit", 0.6, "messages", 420)),
          Map.entry("G-MEGA", Map.of("messagesPerWorkday", 260, "limit", 200, "mergedGroups", 4)),
          Map.entry("G-LEAVE", Map.of("leavers", 2, "leftOn", "2026-10-01", "graceDays", 7)),
          Map.entry("G-OWNER", Map.of("kind", "LEFT", "leftOn", "2026-10-01")),
          Map.entry("G-EXEC", Map.of("kind", "OVERDUE", "dueOn", "2026-11-01", "graceDays", 7)),
          Map.entry(
              "G-SECRET",
              Map.of(
                  "kind", "STATEMENT_EXPIRED", "statementDueOn", "2026-10-01", "graceDays", 30)));

  private final SampleDistrict district;

  SampleFindingPages(SampleDistrict district) {
    this.district = district;
  }

  /** An id {@code rule-X} is the first finding as if it were of that rule. */
  @Override
  public Mono<FindingPage> finding(ConsoleUser user, String id, @Nullable LocalDate asOf) {
    String rule = id.startsWith("rule-") ? id.substring("rule-".length()) : "";
    return Mono.justOrEmpty(
        district.findings.stream()
            .filter(it -> it.id().equals(rule.isEmpty() ? id : "f000"))
            .filter(it -> user.scope().covers(it.town()))
            .findFirst()
            .map(
                row -> page(row, rule.isEmpty() ? row.rule() : rule, asOf == null ? TODAY : asOf)));
  }

  private static FindingPage page(FindingRow row, String rule, LocalDate asOf) {
    Map<String, Object> evidence = EVIDENCE.getOrDefault(rule, Map.of());
    List<FindingPage.Event> story = new ArrayList<>();
    if (row.contest() != null) {
      story.add(
          new FindingPage.Event(
              row.contest().on(), "CONTESTED", null, "town-office", row.contest().reason()));
    }
    if (row.judgement() != null) {
      story.add(
          new FindingPage.Event(
              row.judgement().on(),
              row.judgement().verdict(),
              null,
              row.judgement().role(),
              row.judgement().reason()));
    }
    story.add(new FindingPage.Event(row.raisedOn(), "RAISED", null, null, null));
    return new FindingPage(
        row,
        asOf,
        asOf.equals(TODAY),
        1,
        false,
        new Words("长期闲置或极少使用的工作群应予解散。", "A group that is unused for a long time is dissolved."),
        "《整治形式主义为基层减负若干规定》",
        false,
        44,
        FindingMeasures.of(rule, evidence, TODAY, TODAY),
        SharedMembers.of(evidence).orElse(null),
        FindingCharts.of(rule, evidence, days(), TODAY).orElse(null),
        rule.equals("G-DRIFT") ? LocalDate.of(2026, 11, 2) : null,
        row.groups().stream()
            .map(id ->
                new FindingPage.Group(
                    id,
                    row.subject(),
                    row.unitName(),
                    "WECHAT",
                    "DISSOLVING",
                    45,
                    "DISSOLVE",
                    LocalDate.of(2026, 12, 1)))
            .toList(),
        story);
  }

  static Map<LocalDate, DayCounters> days() {
    Map<LocalDate, DayCounters> days = new TreeMap<>();
    for (int at = 0; at < 120; at++) {
      int messages = at < 80 ? 0 : Math.floorMod(at * 37, 41);
      days.put(TODAY.minusDays(at), counters(messages, Map.of(at % 24, 1 + at % 3)));
    }
    return days;
  }

  static DayCounters counters(int messages, Map<Integer, Integer> byHour) {
    return new DayCounters(messages, messages / 3, 2, 1, 0, messages / 4, 1, 1, 1, 1, 1, 1, byHour);
  }
}
