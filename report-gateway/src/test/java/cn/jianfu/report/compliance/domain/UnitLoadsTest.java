package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.XINDIAN;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnitLoadsTest {

  @Test
  void unitsOfAFewPeopleAreOnlyInTheTown() {
    UnitLoads loads = loads(Map.of("a", 30, "b", 6, "c", 4, "d", 3)).orElseThrow();

    assertThat(loads.town().people()).isEqualTo(43);
    assertThat(loads.units()).containsOnlyKeys("a", "b");
    assertThat(loads.leftOut()).isEqualTo(2);
  }

  @Test
  void aSmallUnitIsNotWhatTheTownHasMoreThanTheOthers() {
    UnitLoads loads = loads(Map.of("a", 30, "b", 6, "c", 4)).orElseThrow();

    // c alone would be the difference of the town and all others.
    assertThat(loads.units()).containsOnlyKeys("a");
    assertThat(loads.leftOut()).isEqualTo(2);
  }

  @Test
  void whereEveryUnitIsLargeEnoughAllAreShown() {
    assertThat(loads(Map.of("a", 5, "b", 6)).orElseThrow().leftOut()).isZero();
  }

  @Test
  void beforeTheFirstSummaryThereAreNone() {
    assertThat(UnitLoads.of(town(Map.of("a", 30)), TODAY.minusDays(9))).isEmpty();
  }

  @Test
  void aPercentileIsWhatSoManyDoNotExceed() {
    GroupsPerPerson persons = new GroupsPerPerson(new TreeMap<>(Map.of(1, 8, 5, 1, 21, 1)));

    assertThat(persons.people()).isEqualTo(10);
    assertThat(persons.memberships()).isEqualTo(34);
    assertThat(persons.mean()).isEqualByComparingTo("3.4");
    assertThat(persons.percentile(90)).isEqualTo(5);
    assertThat(persons.max()).isEqualTo(21);
  }

  private static Optional<UnitLoads> loads(Map<String, Integer> peopleByUnit) {
    return UnitLoads.of(town(peopleByUnit), TODAY);
  }

  private static TownFacts town(Map<String, Integer> peopleByUnit) {
    List<LoadFact> loads = new ArrayList<>();
    peopleByUnit.forEach((unit, people) -> loads.add(load(unit, false, people)));
    loads.add(load(XINDIAN, true, peopleByUnit.values().stream().mapToInt(it -> it).sum()));
    return new TownFacts(
        XINDIAN,
        district(rules().set()),
        List.of(),
        List.of(),
        loads,
        List.of(),
        List.of(),
        List.of());
  }

  private static LoadFact load(String unit, boolean wholeTown, int people) {
    TreeMap<LocalDate, LoadFact.Summary> days = new TreeMap<>();
    days.put(
        TODAY.minusDays(3),
        new LoadFact.Summary(new TreeMap<>(Map.of(2, people)), Map.of(), null, Map.of()));
    return new LoadFact(unit, wholeTown, days);
  }
}
