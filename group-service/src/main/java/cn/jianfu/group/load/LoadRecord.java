package cn.jianfu.group.load;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A load as it is stored; public because the codec reads it.
 *
 * @param unjudged null in what was written before it was counted
 * @param exempt null likewise
 */
public record LoadRecord(
    String unit,
    String town,
    boolean wholeTown,
    LocalDate asOf,
    Map<String, Integer> persons,
    Map<String, Integer> exposure,
    @Nullable Map<String, Integer> unjudged,
    @Nullable Map<String, Integer> exempt,
    boolean empty) {

  static LoadRecord of(Load it) {
    return new LoadRecord(
        it.unit(),
        it.town(),
        it.wholeTown(),
        it.asOf(),
        it.persons(),
        it.exposure(),
        it.unjudged(),
        it.exempt(),
        it.isEmpty());
  }

  Load load() {
    return new Load(unit, town, wholeTown, asOf, persons, exposure, unjudged, exempt);
  }
}
