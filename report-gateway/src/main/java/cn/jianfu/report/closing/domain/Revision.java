package cn.jianfu.report.closing.domain;

import cn.jianfu.report.compliance.domain.Metric;
import cn.jianfu.report.compliance.domain.TownCompliance;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * In what a day differs from what was shown of it when it was closed.
 *
 * @param late whether the closing was made up for
 * @param differences in the order in which a page shows them; empty when nothing has changed
 */
public record Revision(Instant closedAt, boolean late, List<Difference> differences) {

  private static final String FORMULA = "formula";

  public Revision {
    differences = List.copyOf(differences);
  }

  /** Whether the day was corrected since. */
  public boolean revised() {
    return !differences.isEmpty();
  }

  /** Compares what was shown with the same day as it is known now. */
  public static Revision of(DayClosing closing, TownCompliance now) {
    Map<String, Figures> then = figures(closing.shown());
    Map<String, Figures> known = figures(now);
    // What had not been measured then is no correction of what was.
    List<Difference> differences =
        known.keySet().stream()
            .filter(then::containsKey)
            .filter(what -> !figure(known, what).saysTheSameAs(figure(then, what)))
            .map(what -> new Difference(what, figure(then, what), figure(known, what)))
            .toList();
    return new Revision(
        closing.closedAt(),
        closing.late(),
        withoutFormulaAlone(withoutOtherFormulas(differences, closing, now)));
  }

  // A number that is computed otherwise by now is another number, and its formula is told instead.
  private static List<Difference> withoutOtherFormulas(
      List<Difference> differences, DayClosing closing, TownCompliance now) {
    Map<String, Integer> before = formulas(closing.shown());
    Map<String, Integer> after = formulas(now);
    return differences.stream()
        .filter(it -> Objects.equals(before.get(it.what()), after.get(it.what())))
        .toList();
  }

  // A newer formula of the score that leads to the same numbers has corrected nothing.
  private static List<Difference> withoutFormulaAlone(List<Difference> differences) {
    return differences.stream().allMatch(it -> it.what().equals(FORMULA)) ? List.of() : differences;
  }

  private static Map<String, Integer> formulas(TownCompliance result) {
    return result.metrics().stream().collect(Collectors.toMap(Metric::id, Metric::formulaVersion));
  }

  private static Figures figure(Map<String, Figures> all, String what) {
    return Objects.requireNonNull(all.get(what));
  }

  private static Map<String, Figures> figures(TownCompliance result) {
    Map<String, Figures> figures = new LinkedHashMap<>();
    figures.put("band", Figures.text(result.band().name()));
    figures.put("effective", Figures.number(result.score().effective()));
    figures.put("raw", Figures.number(result.score().raw()));
    figures.put("coverage", Figures.of(result.coverage()));
    result
        .openFindings()
        .forEach((severity, count) -> figures.put("open." + severity, Figures.number(count)));
    figures.put("unjudged", Figures.number(result.unjudged()));
    figures.put("ruleSet", Figures.text(result.ruleSet()));
    figures.put(FORMULA, Figures.text("v" + result.formulaVersion()));
    result.metrics().forEach(metric -> figures.put(metric.id(), Figures.of(metric)));
    return figures;
  }
}
