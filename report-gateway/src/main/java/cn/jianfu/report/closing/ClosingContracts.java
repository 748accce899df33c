package cn.jianfu.report.closing;

import cn.jianfu.contracts.supervision.ClosedAreaV1;
import cn.jianfu.contracts.supervision.ClosedMetricV1;
import cn.jianfu.contracts.supervision.ClosedTermV1;
import cn.jianfu.contracts.supervision.DayClosedV1;
import cn.jianfu.report.closing.domain.DayClosing;
import cn.jianfu.report.compliance.domain.AreaScore;
import cn.jianfu.report.compliance.domain.Band;
import cn.jianfu.report.compliance.domain.Change;
import cn.jianfu.report.compliance.domain.Changes;
import cn.jianfu.report.compliance.domain.CompositeScore;
import cn.jianfu.report.compliance.domain.Coverage;
import cn.jianfu.report.compliance.domain.GreyBecause;
import cn.jianfu.report.compliance.domain.Judging;
import cn.jianfu.report.compliance.domain.Metric;
import cn.jianfu.report.compliance.domain.Term;
import cn.jianfu.report.compliance.domain.TownCompliance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Closings as they are published. The latest changes are counted there, and not listed. */
final class ClosingContracts {

  private ClosingContracts() {}

  static DayClosedV1 of(DayClosing closing) {
    TownCompliance shown = closing.shown();
    Coverage coverage = shown.coverage();
    return new DayClosedV1(
        shown.town(),
        shown.asOf(),
        closing.closedAt(),
        closing.late(),
        shown.ruleSet(),
        shown.formulaVersion(),
        shown.band().name(),
        shown.greyBecause() == null ? null : shown.greyBecause().name(),
        shown.score().raw(),
        shown.score().effective(),
        shown.delta(),
        coverage.from(),
        coverage.received(),
        coverage.expected(),
        coverage.value(),
        shown.score().areas().stream().map(ClosingContracts::of).toList(),
        shown.metrics().stream().map(ClosingContracts::of).toList(),
        new TreeMap<>(shown.openFindings()),
        shown.unjudged(),
        shown.changes().from(),
        byName(shown.changes().counts()));
  }

  static DayClosing read(DayClosedV1 closed) {
    CompositeScore score =
        new CompositeScore(
            closed.raw(),
            closed.effective(),
            closed.areas().stream().map(ClosingContracts::read).toList());
    TownCompliance shown =
        new TownCompliance(
            closed.town(),
            closed.day(),
            closed.ruleSet(),
            closed.formulaVersion(),
            Band.valueOf(closed.band()),
            closed.greyBecause() == null ? null : GreyBecause.valueOf(closed.greyBecause()),
            score,
            closed.delta(),
            new Coverage(
                closed.coverageFrom(),
                closed.reportsReceived(),
                closed.reportsExpected(),
                closed.coverage()),
            // What could not be judged is not archived; that it was too much, is said.
            Judging.UNCOUNTED,
            closed.metrics().stream().map(it -> read(it, closed.day())).toList(),
            closed.openFindings(),
            closed.unjudged(),
            new Changes(closed.changesFrom(), byKind(closed.changes()), List.of()));
    return new DayClosing(shown, closed.closedAt(), closed.late());
  }

  private static ClosedAreaV1 of(AreaScore area) {
    return new ClosedAreaV1(
        area.area(),
        area.weight(),
        area.raw(),
        area.effective(),
        area.capped(),
        area.terms().stream().map(ClosingContracts::of).toList(),
        area.notApplicable());
  }

  private static AreaScore read(ClosedAreaV1 area) {
    return new AreaScore(
        area.area(),
        area.weight(),
        area.raw(),
        area.effective(),
        area.capped(),
        area.terms().stream().map(ClosingContracts::read).toList(),
        area.notApplicable());
  }

  private static ClosedTermV1 of(Term term) {
    return new ClosedTermV1(
        term.rule(),
        term.severity(),
        term.weight(),
        term.exposure(),
        term.rawViolations(),
        term.effectiveViolations(),
        term.rawShare(),
        term.effectiveShare(),
        term.exempt());
  }

  private static Term read(ClosedTermV1 term) {
    return new Term(
        term.rule(),
        term.severity(),
        term.weight(),
        term.exposure(),
        term.rawViolations(),
        term.effectiveViolations(),
        term.rawShare(),
        term.effectiveShare(),
        Objects.requireNonNullElse(term.exempt(), 0L));
  }

  private static ClosedMetricV1 of(Metric metric) {
    return new ClosedMetricV1(
        metric.id(),
        metric.formulaVersion(),
        metric.from(),
        metric.unit().name(),
        metric.numerator(),
        metric.denominator(),
        metric.value(),
        metric.excluded(),
        metric.unknown(),
        new TreeMap<>(metric.details()));
  }

  private static Metric read(ClosedMetricV1 metric, LocalDate day) {
    return new Metric(
        metric.id(),
        metric.formulaVersion(),
        metric.from(),
        day,
        Metric.MeasuredIn.valueOf(metric.unit()),
        metric.numerator(),
        metric.denominator(),
        metric.value(),
        metric.excluded(),
        metric.unknown(),
        new TreeMap<>(metric.details()));
  }

  private static Map<String, Integer> byName(Map<Change.What, Integer> counts) {
    Map<String, Integer> named = new TreeMap<>();
    counts.forEach((what, count) -> named.put(what.name(), count));
    return named;
  }

  private static Map<Change.What, Integer> byKind(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .collect(
            Collectors.toMap(
                it -> Change.What.valueOf(it.getKey()),
                Map.Entry::getValue,
                (one, _) -> one,
                TreeMap::new));
  }
}
