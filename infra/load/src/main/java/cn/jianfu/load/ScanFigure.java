package cn.jianfu.load;

import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.DetectionScan;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.ScanInput;
import cn.jianfu.group.detection.domain.ScanOutcome;
import cn.jianfu.group.detection.domain.Severity;
import cn.jianfu.group.detection.domain.Thresholds;
import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every rule over made-up facts, the overlap join included; reading from a store is not in it. */
final class ScanFigure {

  private ScanFigure() {}

  static Figure district() {
    return figure("Scan of every rule, 3,000 groups with 120 days", 3_000, 7, 5, 1);
  }

  /** Needs some gigabytes of heap. */
  static Figure province() {
    return figure("Scan of every rule, 500,000 groups with 120 days", 500_000, 1, 300, 100);
  }

  private static Figure figure(String what, int groups, int runs, double floor, double aim) {
    ScanInput facts = new MadeUpDistrict(groups).facts();
    RuleSet rules = rules();
    double best = Double.MAX_VALUE;
    int found = 0;
    for (int i = 0; i < runs; i++) {
      long begun = System.nanoTime();
      var outcome = (ScanOutcome.Scanned) DetectionScan.scan(rules, facts);
      best = Math.min(best, (System.nanoTime() - begun) / 1e9);
      found = outcome.detected().size();
    }
    return new Figure(
        what,
        Goal.number(best) + " s",
        "",
        null,
        List.of(Goal.atMost(best, floor, aim, " s")),
        "%,d findings of %d rules; best of %d in the measuring JVM, without reading from a store"
            .formatted(found, DetectionRule.values().length, runs));
  }

  static RuleSet rules() {
    Map<String, BigDecimal> numbers = new HashMap<>();
    Map.ofEntries(
            Map.entry("overlap.duplicateJaccard", "0.80"),
            Map.entry("overlap.crossJaccard", "0.50"),
            Map.entry("overlap.containment", "0.90"),
            Map.entry("overlap.containmentSizeShare", "0.5"),
            Map.entry("zombie.idleDays", "60"),
            Map.entry("zombie.warnDays", "30"),
            Map.entry("zombie.minActiveMembers", "2"),
            Map.entry("data.freshDays", "7"),
            Map.entry("temp.graceDays", "7"),
            Map.entry("matter.minPurposeLength", "6"),
            Map.entry("matter.nameSimilarity", "0.85"),
            Map.entry("person.groupLoad.warn", "10"),
            Map.entry("person.groupLoad.high", "20"),
            Map.entry("register.graceDays", "7"),
            Map.entry("leave.graceDays", "7"),
            Map.entry("unit.permanentGroups", "3"),
            Map.entry("exec.graceDays", "7"),
            Map.entry("counters.windowDays", "28"),
            Map.entry("rebound.windowDays", "90"),
            Map.entry("rebound.containment", "0.70"),
            Map.entry("group.msgsPerDay", "200"),
            Map.entry("reply.minMinutes", "120"),
            Map.entry("drift.maxShare", "0.60"),
            Map.entry("drift.minMessages", "50"),
            Map.entry("secret.statementDays", "365"),
            Map.entry("secret.graceDays", "30"))
        .forEach((key, number) -> numbers.put(key, new BigDecimal(number)));
    return new RuleSet(
        "made-up",
        1,
        LocalDate.of(2020, 1, 1),
        Arrays.stream(DetectionRule.values())
            .collect(
                Collectors.toMap(
                    DetectionRule::id, _ -> new RuleSet.Setting(true, Severity.MAJOR))),
        new Thresholds(numbers));
  }
}
