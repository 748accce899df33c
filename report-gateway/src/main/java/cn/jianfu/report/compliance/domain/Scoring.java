package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.reference.domain.Rule;
import cn.jianfu.report.reference.domain.RuleSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the compliance index of a day, term by term. */
final class Scoring {

  /** The areas by the first letter of their rules. */
  private static final Map<String, String> AREA_OF =
      Map.of("G", "group", "F", "form", "V", "vote", "S", "supervision");

  private static final List<String> AREAS = List.of("group", "form", "vote", "supervision");

  private Scoring() {}

  static CompositeScore of(Day day) {
    return CompositeScore.of(AREAS.stream().map(area -> area(day, area)).toList());
  }

  private static AreaScore area(Day day, String area) {
    RuleSet ruleSet = day.limits().ruleSet();
    List<Term> terms = new ArrayList<>();
    List<String> notApplicable = new ArrayList<>();
    ruleSet
        .enabledRules()
        .forEach((id, rule) -> {
          if (!area.equals(areaOf(id))) {
            return;
          }
          List<OpenFinding> open = open(day, id);
          // What was found stays a subject of its rule when nothing is told of it any more.
          long exposure =
              Math.max(Exposure.of(day, id), open.stream().filter(OpenFinding::counts).count());
          if (exposure == 0 && day.exempted(id) == 0) {
            notApplicable.add(id);
          } else {
            terms.add(term(day, id, rule, open, exposure));
          }
        });
    return AreaScore.of(
        area,
        ruleSet.areaWeights().getOrDefault(area, BigDecimal.ZERO),
        terms,
        notApplicable,
        cap(day, area));
  }

  private static List<OpenFinding> open(Day day, String rule) {
    return day.open().stream().filter(finding -> finding.rule().equals(rule)).toList();
  }

  private static Term term(Day day, String id, Rule rule, List<OpenFinding> open, long exposure) {
    long exempt = day.exempted(id);
    long raw = Math.min(open.size(), exposure) + exempt;
    long effective = Math.min(open.stream().filter(OpenFinding::counts).count(), exposure);
    return new Term(
        id,
        rule.severity(),
        day.limits().weight(Severity.coded(rule.severity())),
        exposure,
        raw,
        effective,
        share(raw, exposure + exempt),
        share(effective, exposure),
        exempt);
  }

  private static BigDecimal share(long violations, long exposure) {
    if (exposure == 0) {
      return BigDecimal.ONE;
    }
    return BigDecimal.valueOf(exposure - violations)
        .divide(BigDecimal.valueOf(exposure), MathContext.DECIMAL32);
  }

  private static @Nullable BigDecimal cap(Day day, String area) {
    boolean blocked =
        day.open().stream()
            .filter(finding -> area.equals(areaOf(finding.rule())))
            .filter(finding -> finding.fact().detected().severity() == Severity.BLOCKER)
            .anyMatch(finding -> finding.counts() && finding.state() == ShownState.CONFIRMED);
    return blocked ? day.limits().blockerCap() : null;
  }

  private static @Nullable String areaOf(String rule) {
    return AREA_OF.get(rule.substring(0, 1));
  }
}
