package cn.jianfu.report.compliance.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In how many groups the people of a town are, and those of its units.
 *
 * @param on the day of the summary
 * @param town everybody of the town counted once
 * @param units by unit code; units of a few people are left out
 * @param leftOut how many units are
 */
public record UnitLoads(
    LocalDate on, GroupsPerPerson town, SortedMap<String, GroupsPerPerson> units, int leftOut) {

  /**
   * Of fewer people a distribution tells of single ones. It is no rule that a district could
   * change: loads are shown as numbers, never by name.
   */
  static final int FEWEST_PEOPLE = 5;

  /** As they were known on that day; empty when no summary was there yet. */
  public static Optional<UnitLoads> of(TownFacts facts, LocalDate day) {
    return facts.loads().stream()
        .filter(LoadFact::wholeTown)
        .findFirst()
        .flatMap(whole ->
            whole.on(day).map(town -> of(facts, day, whole.days().floorKey(day), town.persons())));
  }

  private static UnitLoads of(
      TownFacts facts, LocalDate day, LocalDate on, NavigableMap<Integer, Integer> persons) {
    List<Map.Entry<String, GroupsPerPerson>> smallestFirst =
        facts.loads().stream()
            .filter(load -> !load.wholeTown())
            .flatMap(load ->
                load.on(day).stream()
                    .map(it -> Map.entry(load.unit(), new GroupsPerPerson(it.persons()))))
            .filter(unit -> unit.getValue().people() > 0)
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<String, GroupsPerPerson> unit) -> unit.getValue().people())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    int leftOut = tooFew(smallestFirst);
    SortedMap<String, GroupsPerPerson> shown = new TreeMap<>();
    smallestFirst.stream().skip(leftOut).forEach(unit -> shown.put(unit.getKey(), unit.getValue()));
    return new UnitLoads(on, new GroupsPerPerson(persons), shown, leftOut);
  }

  // Left out together they are many enough, too: else they would be what the town has more than
  // those that are shown.
  private static int tooFew(List<Map.Entry<String, GroupsPerPerson>> smallestFirst) {
    long people = 0;
    int leftOut = 0;
    for (Map.Entry<String, GroupsPerPerson> unit : smallestFirst) {
      long own = unit.getValue().people();
      if (own >= FEWEST_PEOPLE && (people == 0 || people >= FEWEST_PEOPLE)) {
        break;
      }
      people += own;
      leftOut++;
    }
    return leftOut;
  }
}
