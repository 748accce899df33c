package cn.jianfu.group.detection.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Facts as the domain speaks of them. */
final class Fixtures {

  static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  static final String XINDIAN = "350213101000";
  static final String MAXIANG = "350213102000";
  static final String DISTRICT = "350213000000";
  static final String VILLAGE = "350213101201";
  static final String NEXT_VILLAGE = "350213101202";
  static final String OFFICE = "350213101901";
  static final String CIVIL_AFFAIRS = "350213101902";

  /** Office hours from eight to six; the Dragon Boat Festival of the year, and a Sunday made up. */
  static final WorkingTime CALENDAR =
      new WorkingTime(
          Map.of(
              2026,
              new WorkingTime.Year(
                  Set.of(LocalDate.of(2026, 6, 19)),
                  Set.of(LocalDate.of(2026, 6, 28)),
                  LocalTime.of(8, 0),
                  LocalTime.of(18, 0))));

  private Fixtures() {}

  static GroupBuilder aGroup(String name) {
    return new GroupBuilder(name);
  }

  static ScanBuilder onTheFactsOf(GroupBuilder... groups) {
    return new ScanBuilder(groups);
  }

  static RuleSet rules(int version, Map<String, String> otherThan) {
    Map<String, String> defaults = new HashMap<>();
    defaults.put("overlap.duplicateJaccard", "0.80");
    defaults.put("overlap.crossJaccard", "0.50");
    defaults.put("overlap.containment", "0.90");
    defaults.put("zombie.idleDays", "60");
    defaults.put("zombie.warnDays", "30");
    defaults.put("zombie.minActiveMembers", "2");
    defaults.put("data.freshDays", "7");
    defaults.put("temp.graceDays", "7");
    defaults.put("temp.endAfterDays", "30");
    defaults.put("matter.minPurposeLength", "6");
    defaults.put("matter.nameSimilarity", "0.85");
    defaults.put("person.groupLoad.warn", "10");
    defaults.put("person.groupLoad.high", "20");
    defaults.put("register.graceDays", "7");
    defaults.put("leave.graceDays", "7");
    defaults.put("unit.permanentGroups", "3");
    defaults.put("exec.graceDays", "7");
    defaults.put("counters.windowDays", "28");
    defaults.put("rebound.windowDays", "90");
    defaults.put("rebound.containment", "0.70");
    defaults.put("group.msgsPerDay", "200");
    defaults.put("reply.minMinutes", "120");
    defaults.put("drift.maxShare", "0.60");
    defaults.put("drift.minMessages", "50");
    defaults.put("secret.statementDays", "365");
    defaults.put("secret.graceDays", "30");
    defaults.putAll(otherThan);
    Map<String, BigDecimal> values = new HashMap<>();
    defaults.forEach((key, value) -> values.put(key, new BigDecimal(value)));
    Map<String, RuleSet.Setting> settings =
        Arrays.stream(DetectionRule.values())
            .collect(
                Collectors.toMap(
                    DetectionRule::id, _ -> new RuleSet.Setting(true, Severity.MAJOR)));
    return new RuleSet(
        "district", version, LocalDate.of(2026, 1, 1), settings, new Thresholds(values));
  }

  static RuleSet rules() {
    return rules(1, Map.of());
  }

  static RuleSet without(DetectionRule rule) {
    RuleSet all = rules(2, Map.of());
    Map<String, RuleSet.Setting> settings = new HashMap<>(all.rules());
    settings.put(rule.id(), new RuleSet.Setting(false, Severity.MAJOR));
    return new RuleSet(all.id(), all.version(), all.effectiveFrom(), settings, all.thresholds());
  }

  static List<String> people(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "k1:" + i).toList();
  }

  static List<Exposure> exposures(ScanOutcome.Scanned scanned, DetectionRule rule) {
    return List.copyOf(scanned.exposures().getOrDefault(rule, Map.of()).values());
  }

  static LocalDate daysAgo(int days) {
    return TODAY.minusDays(days);
  }
}
