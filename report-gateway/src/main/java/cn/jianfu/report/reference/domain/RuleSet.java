package cn.jianfu.report.reference.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
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
   * The same version with other numbers, to be tried.
   *
   * @param on rules to be switched on or off, by id
   */
  public RuleSet trying(Map<String, BigDecimal> numbers, Map<String, Boolean> on) {
    Map<String, BigDecimal> tried = new TreeMap<>(thresholds);
    tried.putAll(numbers);
    Map<String, Rule> switched = new TreeMap<>(rules);
    on.forEach((rule, isOn) -> switched.computeIfPresent(rule, (_, it) -> it.switched(isOn)));
    return new RuleSet(id, version, effectiveFrom, switched, tried, areaWeights);
  }

  /**
   * What the wish leads to.
   *
   * @param latest the latest version there is, or null before the first
   * @param needed the numbers that the rules read
   */
  public static Ruling<RuleSet> decide(
      @Nullable RuleSet current,
      RuleSet wish,
      @Nullable RuleSet latest,
      LocalDate today,
      RuleNumbers needed) {
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
    List<Fault> faults = new ArrayList<>(needed.faultsOf(wish));
    wish.areaWeights()
        .forEach((area, weight) -> {
          if (!NumberKind.AMOUNT.reachesTo(weight)) {
            faults.add(
                Fault.at(Refusal.NUMBER_OUT_OF_RANGE, "/areaWeights/" + area)
                    .naming("range", NumberKind.AMOUNT.range()));
          }
        });
    return faults.isEmpty() ? Ruling.accepted(wish) : new Ruling.Declined<>(faults);
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
