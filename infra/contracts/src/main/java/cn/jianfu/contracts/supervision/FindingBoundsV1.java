package cn.jianfu.contracts.supervision;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How bad the published evidence of a finding may be; beyond any of these it is worse.
 *
 * @param severity B 严重, M 较重 or m 一般
 * @param groups how many groups may be named as concerned
 * @param numbers what numbers of the evidence may be, by name; others may be anything
 */
public record FindingBoundsV1(String severity, int groups, Map<String, BigDecimal> numbers) {

  public FindingBoundsV1 {
    numbers = Map.copyOf(numbers);
  }
}
