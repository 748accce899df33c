package cn.jianfu.report.trial;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What is to be tried.
 *
 * @param thresholds other numbers, by key
 * @param rules rules to be switched on or off, by id
 */
public record TrialWish(Map<String, BigDecimal> thresholds, Map<String, Boolean> rules) {

  /** Numbers that judge towns and not groups: no finding comes or goes, and every town may. */
  private static final List<String> OF_TOWNS =
      List.of("band.", "cap.", "coverage.", "dismissal.", "judged.", "weight.");

  public TrialWish {
    thresholds = Map.copyOf(thresholds);
    rules = Map.copyOf(rules);
  }

  public static boolean isOfTowns(String threshold) {
    return OF_TOWNS.stream().anyMatch(threshold::startsWith);
  }

  boolean concernsEveryTown() {
    return thresholds.keySet().stream().anyMatch(TrialWish::isOfTowns);
  }
}
