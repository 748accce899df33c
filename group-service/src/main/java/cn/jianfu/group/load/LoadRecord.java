package cn.jianfu.group.load;

import java.time.LocalDate;
import java.util.Map;

/** A load as it is stored; public because the codec reads it. */
public record LoadRecord(
    String unit,
    String town,
    boolean wholeTown,
    LocalDate asOf,
    Map<String, Integer> persons,
    Map<String, Integer> exposure,
    boolean empty) {

  static LoadRecord of(Load it) {
    return new LoadRecord(
        it.unit(),
        it.town(),
        it.wholeTown(),
        it.asOf(),
        it.persons(),
        it.exposure(),
        it.persons().isEmpty() && it.exposure().isEmpty());
  }

  Load load() {
    return new Load(unit, town, wholeTown, asOf, persons, exposure);
  }
}
