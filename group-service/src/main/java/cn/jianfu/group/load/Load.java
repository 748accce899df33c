package cn.jianfu.group.load;

import cn.jianfu.contracts.group.LoadSummarisedV1;
import java.time.LocalDate;
import java.util.Map;

/**
 * The load of a unit's people, or of a whole town's.
 *
 * @param persons persons by number of groups
 * @param exposure by rule, the live subjects that it could apply to
 */
public record Load(
    String unit,
    String town,
    boolean wholeTown,
    LocalDate asOf,
    Map<String, Integer> persons,
    Map<String, Integer> exposure) {

  String id() {
    return (wholeTown ? "town/" : "unit/") + unit;
  }

  boolean saysTheSameAs(Load other) {
    return persons.equals(other.persons) && exposure.equals(other.exposure);
  }

  LoadSummarisedV1 published() {
    return new LoadSummarisedV1(unit, town, wholeTown, asOf, persons, exposure);
  }
}
