package cn.jianfu.group.detection;

import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.Exposure;
import cn.jianfu.group.detection.domain.PersonLoad;
import cn.jianfu.group.load.Load;
import cn.jianfu.group.reference.ReferenceData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Adds up, by unit and by town, what a scan has seen. */
final class LoadSummary {

  private final LocalDate day;
  private final ReferenceData district;
  private final Map<String, Sums> units = new HashMap<>();
  private final Map<String, Sums> towns = new HashMap<>();

  private LoadSummary(LocalDate day, ReferenceData district) {
    this.day = day;
    this.district = district;
  }

  static List<Load> of(
      LocalDate day,
      ReferenceData district,
      List<PersonLoad> people,
      Map<DetectionRule, Map<String, Exposure>> exposures,
      List<Detected> exempt) {
    LoadSummary summary = new LoadSummary(day, district);
    people.forEach(person ->
        summary.add(
            person.unit(),
            person.town(),
            sums -> sums.persons.merge(String.valueOf(person.groups()), 1, Integer::sum)));
    exposures.forEach((rule, byUnit) ->
        byUnit.forEach((unit, exposure) ->
            summary.add(
                unit, district.townOf(unit).orElse(unit), sums -> sums.add(rule.id(), exposure))));
    exempt.forEach(finding ->
        summary.add(
            finding.unit(),
            district.townOf(finding.unit()).orElse(finding.unit()),
            sums -> sums.exempt.merge(finding.rule().id(), 1, Integer::sum)));
    return summary.loads();
  }

  private void add(String unit, String town, Consumer<Sums> what) {
    what.accept(units.computeIfAbsent(unit, _ -> new Sums()));
    what.accept(towns.computeIfAbsent(town, _ -> new Sums()));
  }

  private List<Load> loads() {
    List<Load> loads = new ArrayList<>();
    units.forEach((unit, sums) ->
        loads.add(
            new Load(
                unit,
                district.townOf(unit).orElse(unit),
                false,
                day,
                sums.persons,
                sums.exposure,
                sums.unjudged,
                sums.exempt)));
    towns.forEach((town, sums) ->
        loads.add(
            new Load(
                town, town, true, day, sums.persons, sums.exposure, sums.unjudged, sums.exempt)));
    return loads;
  }

  /** Persons by number of groups; subjects by rule, judged and not; what is exempted. */
  private static final class Sums {
    final Map<String, Integer> persons = new TreeMap<>();
    final Map<String, Integer> exposure = new TreeMap<>();
    final Map<String, Integer> unjudged = new TreeMap<>();
    final Map<String, Integer> exempt = new TreeMap<>();

    void add(String rule, Exposure of) {
      exposure.merge(rule, of.subjects(), Integer::sum);
      if (of.unknown() > 0) {
        unjudged.merge(rule, of.unknown(), Integer::sum);
      }
    }
  }
}
