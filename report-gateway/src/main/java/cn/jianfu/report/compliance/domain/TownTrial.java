package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.Handling;
import cn.jianfu.report.finding.domain.Run;
import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.reference.domain.District;
import cn.jianfu.report.reference.domain.RuleSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would make of a town (试算): its facts are put as they would be, and the one
 * calculator judges them.
 *
 * @param rules in force, with the numbers that are tried
 * @param effects what the detector says would be otherwise
 */
public record TownTrial(RuleSet rules, List<OfRule> effects) {

  /** What a rule that is tried clears is cleared for this reason. */
  private static final String WHY = "RULE_SET";

  public TownTrial {
    effects = List.copyOf(effects);
  }

  /**
   * One rule.
   *
   * @param raised ids of findings that there would be besides
   * @param cleared ids of those that there would be no longer
   * @param judging what it could judge; null where that stays as it is
   */
  public record OfRule(
      String rule, Set<String> raised, Set<String> cleared, @Nullable Subjects judging) {}

  /** Live subjects of which enough is known to judge them, and those of which it is not. */
  public record Subjects(int judged, int unjudged) {}

  /** How a town stands, and how it would. */
  public record Standings(Standing now, Standing then) {

    public boolean differ() {
      return !now.equals(then);
    }
  }

  /** How the town stands on a day, and how it would by the rules that are tried. */
  public Standings of(TownFacts facts, LocalDate day) {
    // The groups and their reports are the same by other rules.
    Reports reports = new Reports(facts);
    return new Standings(
        Calculator.standing(facts, reports, day),
        Calculator.standing(facts(facts, day), reports, day));
  }

  /** The facts as they would be on that day; people's judgements stay. */
  TownFacts facts(TownFacts known, LocalDate day) {
    District district = known.district().with(rules);
    return known.with(district, findings(known, day), loads(known.loads(), day));
  }

  private List<FindingFact> findings(TownFacts known, LocalDate day) {
    Map<String, String> raised = new HashMap<>();
    Set<String> cleared = new HashSet<>();
    for (OfRule effect : effects) {
      effect.raised().forEach(id -> raised.put(id, effect.rule()));
      cleared.addAll(effect.cleared());
    }
    List<FindingFact> there =
        known.findings().stream()
            .map(finding -> {
              String id = finding.detected().findingId();
              boolean comes = raised.remove(id) != null;
              return comes || cleared.contains(id) ? changed(finding, comes, day) : finding;
            })
            .toList();
    Stream<FindingFact> more =
        raised.entrySet().stream()
            .flatMap(it -> unheardOf(it.getKey(), it.getValue(), known.town(), day).stream());
    return Stream.concat(there.stream(), more).toList();
  }

  private static FindingFact changed(FindingFact finding, boolean comes, LocalDate day) {
    Detected seen = finding.detected();
    if (comes == seen.openOn(day)) {
      return finding;
    }
    List<Run> runs =
        comes
            ? Stream.concat(seen.runs().stream(), Stream.of(new Run(day, null, null))).toList()
            : seen.runs().stream()
                .map(run -> run.covers(day) ? new Run(run.raisedOn(), day, WHY) : run)
                .toList();
    return new FindingFact(seen.with(runs), finding.handling());
  }

  // Nobody has judged it, and what is exempt is not raised: all that counts of it is its rule.
  private Optional<FindingFact> unheardOf(String id, String rule, String town, LocalDate day) {
    return Optional.ofNullable(rules.rules().get(rule))
        .map(setting ->
            new Detected(
                id,
                rule,
                id,
                List.of(),
                "",
                town,
                town,
                Severity.coded(setting.severity()),
                rules.key(),
                Map.of(),
                "",
                "",
                "",
                day,
                List.of(new Run(day, null, null)),
                List.of()))
        .map(detected -> new FindingFact(detected, Handling.none(id)));
  }

  /** Before a detector has summed up, there is nothing that would be otherwise. */
  private List<LoadFact> loads(List<LoadFact> known, LocalDate day) {
    return known.stream()
        .map(load ->
            load.wholeTown() ? load.on(day).map(it -> with(load, day, it)).orElse(load) : load)
        .toList();
  }

  private LoadFact with(LoadFact load, LocalDate day, LoadFact.Summary said) {
    Map<String, Integer> exposure = new TreeMap<>(said.exposure());
    Map<String, Integer> uncounted = said.unjudged();
    Map<String, Integer> unjudged = uncounted == null ? null : new TreeMap<>(uncounted);
    for (OfRule effect : effects) {
      Subjects judging = effect.judging();
      if (judging != null) {
        exposure.put(effect.rule(), judging.judged());
        if (unjudged != null) {
          unjudged.put(effect.rule(), judging.unjudged());
        }
      }
    }
    TreeMap<LocalDate, LoadFact.Summary> days = new TreeMap<>(load.days());
    days.put(day, new LoadFact.Summary(said.persons(), exposure, unjudged, said.exempt()));
    return new LoadFact(load.unit(), true, days);
  }
}
