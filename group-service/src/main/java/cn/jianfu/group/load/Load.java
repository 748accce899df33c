package cn.jianfu.group.load;

import cn.jianfu.contracts.group.LoadSummarisedV1;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The load of a unit's people, or of a whole town's.
 *
 * @param persons persons by number of groups
 * @param exposure by rule, the live subjects that it could judge
 * @param unjudged by rule, the live subjects of which too little was sent to judge them; null where
 *     nobody has counted them yet, which is not none
 * @param exempt by rule, what it would find were it not exempted; null likewise
 */
public record Load(
    String unit,
    String town,
    boolean wholeTown,
    LocalDate asOf,
    Map<String, Integer> persons,
    Map<String, Integer> exposure,
    @Nullable Map<String, Integer> unjudged,
    @Nullable Map<String, Integer> exempt) {

  /** Of a unit that is not there any more. */
  Load gone(LocalDate on) {
    return new Load(unit, town, wholeTown, on, Map.of(), Map.of(), Map.of(), Map.of());
  }

  boolean isEmpty() {
    return persons.isEmpty() && exposure.isEmpty() && isNone(unjudged) && isNone(exempt);
  }

  private static boolean isNone(@Nullable Map<String, Integer> counts) {
    return counts == null || counts.isEmpty();
  }

  String id() {
    return (wholeTown ? "town/" : "unit/") + unit;
  }

  boolean saysTheSameAs(Load other) {
    return persons.equals(other.persons)
        && exposure.equals(other.exposure)
        && Objects.equals(unjudged, other.unjudged)
        && Objects.equals(exempt, other.exempt);
  }

  LoadSummarisedV1 published() {
    return new LoadSummarisedV1(unit, town, wholeTown, asOf, persons, exposure, unjudged, exempt);
  }
}
