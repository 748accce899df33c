package cn.jianfu.report.compliance.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.NavigableMap;

/**
 * In how many groups people are (人均工作群数): nobody's name, only how many people are in so many.
 *
 * @param persons persons by number of groups
 */
public record GroupsPerPerson(NavigableMap<Integer, Integer> persons) {

  private static final int MEAN_SCALE = 2;

  public long people() {
    return persons.values().stream().mapToLong(Integer::longValue).sum();
  }

  public long memberships() {
    return persons.entrySet().stream()
        .mapToLong(entry -> (long) entry.getKey() * entry.getValue())
        .sum();
  }

  /** Groups of a person on average, to two decimals; zero when there is nobody. */
  public BigDecimal mean() {
    return people() == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(memberships())
            .divide(BigDecimal.valueOf(people()), MEAN_SCALE, RoundingMode.HALF_UP);
  }

  /** Nearest rank: the least number of groups that so many per cent of the people do not exceed. */
  public int percentile(int percent) {
    long rank = Math.ceilDiv(people() * percent, 100);
    long seen = 0;
    for (Map.Entry<Integer, Integer> entry : persons.entrySet()) {
      seen += entry.getValue();
      if (seen >= rank) {
        return entry.getKey();
      }
    }
    return max();
  }

  /** The most groups that anybody is in; 0 when there is nobody. */
  public int max() {
    return persons.isEmpty() ? 0 : persons.lastKey();
  }
}
