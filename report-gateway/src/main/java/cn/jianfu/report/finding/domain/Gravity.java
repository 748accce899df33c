package cn.jianfu.report.finding.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How bad the evidence of a finding is, so that "it got worse" can be told from "it got older".
 *
 * @param groups how many groups are concerned
 * @param numbers the numbers of the evidence
 */
public record Gravity(Severity severity, int groups, Map<String, BigDecimal> numbers) {

  /**
   * What the evidence stands against, as {@code evidence-limits.json} of the published language
   * names it: a rule that was made milder makes nothing worse.
   */
  static final Set<String> LIMITS =
      Set.of(
          "activeDays",
          "allowance",
          "graceDays",
          "high",
          "idleDaysLimit",
          "limit",
          "minActiveDays",
          "minActiveMembers",
          "minMinutes",
          "warn",
          "windowDays");

  public Gravity {
    numbers = Map.copyOf(numbers);
  }

  /** Of evidence as it is published: everything in it that is a number counts. */
  public static Gravity of(Severity severity, int groups, Map<String, ?> evidence) {
    Map<String, BigDecimal> numbers = new TreeMap<>();
    evidence.forEach((name, value) -> {
      if (value instanceof Number number) {
        numbers.put(name, new BigDecimal(number.toString()));
      }
    });
    return new Gravity(severity, groups, numbers);
  }

  /**
   * Graver, on more groups, or a number of the evidence rose by more than {@code growth} (0.5 is by
   * half). A number that was not there before says nothing, nor does a limit.
   */
  public boolean isWorseThan(Gravity before, BigDecimal growth) {
    return severity.compareTo(before.severity) > 0
        || groups > before.groups
        || numbers.entrySet().stream()
            .filter(entry -> !LIMITS.contains(entry.getKey()))
            .anyMatch(entry -> rose(before.numbers.get(entry.getKey()), entry.getValue(), growth));
  }

  /** The worst evidence that is not worse than this. */
  public Gravity bounds(BigDecimal growth) {
    Map<String, BigDecimal> most = new TreeMap<>();
    numbers.forEach((name, number) -> {
      if (number.signum() > 0 && !LIMITS.contains(name)) {
        most.put(name, most(number, growth));
      }
    });
    return new Gravity(severity, groups, most);
  }

  private static BigDecimal most(BigDecimal before, BigDecimal growth) {
    return before.multiply(BigDecimal.ONE.add(growth));
  }

  private static boolean rose(@Nullable BigDecimal before, BigDecimal now, BigDecimal growth) {
    return before != null && before.signum() > 0 && now.compareTo(most(before, growth)) > 0;
  }
}
