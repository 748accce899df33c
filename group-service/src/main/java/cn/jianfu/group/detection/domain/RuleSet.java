package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the detection reads of a rule set.
 *
 * @param rules by rule id; a rule that is not named is off
 */
public record RuleSet(
    String id,
    int version,
    LocalDate effectiveFrom,
    Map<String, Setting> rules,
    Thresholds thresholds) {

  /** Whether a rule is applied, and how grave its faults are. */
  public record Setting(boolean on, Severity severity) {}

  public RuleSet {
    rules = Map.copyOf(rules);
  }

  /** The rule set in force on a day; null when none has taken effect. */
  public static @Nullable RuleSet inForceOn(LocalDate day, Collection<RuleSet> versions) {
    return versions.stream()
        .filter(version -> !version.effectiveFrom.isAfter(day))
        .max(Comparator.comparing(RuleSet::effectiveFrom).thenComparingInt(RuleSet::version))
        .orElse(null);
  }

  /** Id and version as findings carry them. */
  public String key() {
    return id + "@" + version;
  }

  /** The setting of a rule that is on; null when it is off or not named. */
  @Nullable Setting settingOf(DetectionRule rule) {
    Setting setting = rules.get(rule.id());
    return setting != null && setting.on() ? setting : null;
  }
}
