package cn.jianfu.report.reference.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version of the district's rules (规则集), in force from a day on until a later version is. What
 * was published is never changed: a correction is the next version.
 */
public record RuleSet(
    String id,
    int version,
    LocalDate effectiveFrom,
    Map<String, Rule> rules,
    Map<String, BigDecimal> thresholds,
    Map<String, BigDecimal> areaWeights) {

  /** The numbers without which no town can be computed. */
  static final List<String> REQUIRED_THRESHOLDS =
      List.of(
          "band.green",
          "band.yellow",
          "cap.confirmedBlocker",
          "coverage.minimum",
          "coverage.windowDays",
          "data.freshDays",
          "dismissal.worseningGrowth",
          "weight.B",
          "weight.M",
          "weight.m",
          "zombie.idleDays",
          "zombie.minActiveMembers");

  public RuleSet {
    rules = new TreeMap<>(rules);
    thresholds = plain(thresholds);
    areaWeights = plain(areaWeights);
  }

  /** What is written into findings and views: {@code id@version}. */
  public String key() {
    return id + "@" + version;
  }

  /**
   * A number of this rule set.
   *
   * @throws IllegalStateException when it is not there; the required ones always are
   */
  public BigDecimal threshold(String key) {
    BigDecimal number = thresholds.get(key);
    if (number == null) {
      throw new IllegalStateException(key() + " says nothing about " + key);
    }
    return number;
  }

  /** The rules that are on, by id. */
  public Map<String, Rule> enabledRules() {
    Map<String, Rule> enabled = new TreeMap<>(rules);
    enabled.values().removeIf(rule -> !rule.enabled());
    return enabled;
  }

  /**
   * What the wish leads to.
   *
   * @param latest the latest version there is, or null before the first
   */
  public static Ruling<RuleSet> decide(
      @Nullable RuleSet current, RuleSet wish, @Nullable RuleSet latest, LocalDate today) {
    if (current != null) {
      return wish.equals(current)
          ? Ruling.unchanged()
          : Ruling.declined(Refusal.VERSION_PUBLISHED, "/version");
    }
    if (wish.version() != (latest == null ? 1 : latest.version() + 1)) {
      return Ruling.declined(Refusal.VERSION_NOT_NEXT, "/version");
    }
    if (latest != null && startsTooEarly(wish, latest, today)) {
      return Ruling.declined(Refusal.EFFECTIVE_TOO_EARLY, "/effectiveFrom");
    }
    for (String key : REQUIRED_THRESHOLDS) {
      if (!wish.thresholds().containsKey(key)) {
        return Ruling.declined(Refusal.THRESHOLD_MISSING, "/thresholds/" + key);
      }
    }
    for (var entry : wish.thresholds().entrySet()) {
      if (entry.getValue().signum() < 0) {
        return Ruling.declined(Refusal.NUMBER_OUT_OF_RANGE, "/thresholds/" + entry.getKey());
      }
    }
    for (var entry : wish.areaWeights().entrySet()) {
      if (entry.getValue().signum() < 0) {
        return Ruling.declined(Refusal.NUMBER_OUT_OF_RANGE, "/areaWeights/" + entry.getKey());
      }
    }
    return Ruling.accepted(wish);
  }

  // A day that is over was judged by the rules of then.
  private static boolean startsTooEarly(RuleSet wish, RuleSet latest, LocalDate today) {
    return wish.effectiveFrom().isBefore(today)
        || wish.effectiveFrom().isBefore(latest.effectiveFrom());
  }

  private static Map<String, BigDecimal> plain(Map<String, BigDecimal> numbers) {
    Map<String, BigDecimal> plain = new TreeMap<>();
    numbers.forEach((key, number) -> plain.put(key, withoutExponent(number)));
    return plain;
  }

  // 0.80 and 0.8 are the same number to a district, and so must be the same text.
  private static BigDecimal withoutExponent(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }
}
