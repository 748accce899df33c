package cn.jianfu.report.compliance.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many live groups the people of a town are in, by the day of the summary.
 *
 * @param wholeTown true when everybody of the town is counted once; false for one of its units
 */
public record LoadFact(String unit, boolean wholeTown, NavigableMap<LocalDate, Summary> days) {

  /**
   * A day's summary.
   *
   * @param persons persons by number of groups
   * @param exposure live subjects by rule that it could judge
   * @param unjudged those that it could not, for want of data; null where nobody counted them
   * @param exempt what it would find were it not exempted; none where nobody counted it
   */
  public record Summary(
      NavigableMap<Integer, Integer> persons,
      Map<String, Integer> exposure,
      @Nullable Map<String, Integer> unjudged,
      Map<String, Integer> exempt) {}

  /** The latest summary up to that day. */
  public Optional<Summary> on(LocalDate day) {
    return Optional.ofNullable(days.floorEntry(day)).map(Map.Entry::getValue);
  }
}
