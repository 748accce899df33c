package cn.jianfu.report.console;

import static cn.jianfu.report.console.OverviewMapping.band;
import static cn.jianfu.report.console.OverviewMapping.number;

import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.compliance.TrendPoint;
import cn.jianfu.report.compliance.domain.AreaScore;
import cn.jianfu.report.compliance.domain.CorrectedFindings;
import cn.jianfu.report.compliance.domain.Judging;
import cn.jianfu.report.compliance.domain.Metric;
import cn.jianfu.report.compliance.domain.Term;
import cn.jianfu.report.compliance.domain.Withdrawal;
import cn.jianfu.report.compliance.domain.Withdrawals;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.metric.MetricCatalogue;
import cn.jianfu.report.metric.MetricDefinition;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a town's page from what the read side knows of it. */
final class TownMapping {

  /** Further numbers of metrics, in the order in which they are read. */
  private static final List<String> DETAILS =
      List.of(
          "kept",
          "withdrawn",
          "clusters",
          "p90",
          "max",
          "perThousandMemberDays",
          "chains",
          "proofs",
          "rebuilt.elsewhere",
          "rebuilt.merged",
          "inTime",
          "days.p90",
          "severity.B",
          "severity.M",
          "severity.m",
          "age.to7",
          "age.to30",
          "age.over30",
          "confidence.API",
          "confidence.IMPORTED",
          "confidence.DECLARED",
          "typed.groups",
          "typed.decisions",
          "typed.selfCheck",
          "typed.contests",
          "typed.imports",
          "typed.secrecy",
          "prefilled.agreed",
          "prefilled.answered",
          "pushed.events",
          "pushed.declined",
          "pushed.lagMinutes");

  private final Names names;
  private final MetricCatalogue catalogue;

  TownMapping(Names names, MetricCatalogue catalogue) {
    this.names = names;
    this.catalogue = catalogue;
  }

  /** What counts on no day, since it was declared or counted in error. */
  record Undone(Withdrawals withdrawals, CorrectedFindings corrected) {}

  TownPage page(
      cn.jianfu.report.compliance.TownPage town,
      List<FindingView> findings,
      @Nullable Undone undone,
      LocalDate today,
      @Nullable Marks marks,
      @Nullable ClosedDay closed,
      boolean countersKept) {
    var known = town.compliance();
    var open =
        findings.stream()
            .filter(finding -> finding.state().countsAsOpen() && !finding.exempt())
            .toList();
    var band = band(known.band());
    return new TownPage(
        town.code(),
        new Words(town.name(), town.nameEn()),
        town.version(),
        known.asOf(),
        known.asOf().equals(today),
        band,
        known.greyBecause() == null ? null : known.greyBecause().name(),
        band == Band.NO_DATA ? null : number(known.score().effective()),
        band == Band.NO_DATA ? null : number(known.score().raw()),
        number(known.delta()),
        number(known.coverage().value()),
        judged(known.judging()),
        known.formulaVersion(),
        known.ruleSet(),
        town.updatedAt(),
        marks,
        known.score().areas().stream().map(this::area).toList(),
        known.metrics().stream().map(this::metric).toList(),
        town.trend().stream().map(TownMapping::point).toList(),
        open.stream()
            .limit(TownPage.FINDINGS)
            .map(finding -> FindingMapping.row(finding, names))
            .toList(),
        open.size(),
        undone == null ? null : withdrawn(undone.withdrawals(), undone.corrected()),
        closed,
        countersKept);
  }

  static GroupList groups(String town, List<GroupLine> lines, GroupQuery asked, Names names) {
    var text = asked.text().toLowerCase(Locale.ROOT);
    var chosen =
        lines.stream()
            .filter(it -> asked.state().isEmpty() || it.state().name().equals(asked.state()))
            .filter(
                it -> asked.confidence().isEmpty() || it.confidence().equals(asked.confidence()))
            .filter(it -> it.name().toLowerCase(Locale.ROOT).contains(text))
            .toList();
    var paging = Paging.of(asked.page(), GroupQuery.ROWS, chosen.size());
    var shown = chosen.stream().skip(paging.offset()).limit(paging.size());
    return new GroupList(town, asked, shown.map(it -> group(it, names)).toList(), paging);
  }

  private static GroupList.Row group(GroupLine line, Names names) {
    return new GroupList.Row(
        line.groupId(),
        line.name(),
        GroupMapping.platform(line.platform()),
        line.kind(),
        names.unit(line.unit()),
        line.state().name(),
        FindingMapping.confidence(line.confidence()),
        line.knownMembers(),
        line.lastActiveOn(),
        line.lastReportedOn(),
        (int) line.openFindings());
  }

  private TownPage.Withdrawn withdrawn(Withdrawals known, CorrectedFindings corrected) {
    return new TownPage.Withdrawn(
        known.from(),
        known.to(),
        known.round() != null,
        known.total(),
        known.whileOpen(),
        known.ofBaseline(),
        known.groups().stream().limit(TownPage.WITHDRAWN).map(this::withdrawn).toList(),
        new TownPage.Corrected(
            corrected.total(),
            corrected.confirmed(),
            corrected.findings().stream().limit(TownPage.WITHDRAWN).map(this::corrected).toList()));
  }

  private TownPage.CorrectedRow corrected(CorrectedFindings.Corrected it) {
    return new TownPage.CorrectedRow(
        it.title(),
        it.groups().size() == 1 ? it.groups().getFirst() : null,
        new TownPage.Rule(it.rule(), names.rule(it.rule())),
        names.unit(it.unit()),
        it.raisedOn(),
        it.clearedOn(),
        it.correctedOn(),
        it.confirmed());
  }

  private TownPage.WithdrawnRow withdrawn(Withdrawals.Withdrawn known) {
    Withdrawal.WithdrawnBy by = known.by();
    return new TownPage.WithdrawnRow(
        known.groupId(),
        known.name(),
        names.unit(known.unit()),
        known.declaredOn(),
        known.withdrawnOn(),
        by == null ? null : by.role(),
        by == null ? null : names.unit(by.unit()),
        known.ofBaseline(),
        known.declaredAgain(),
        known.openRules().stream().map(it -> new TownPage.Rule(it, names.rule(it))).toList());
  }

  private TownPage.Judged judged(Judging judging) {
    return new TownPage.Judged(
        number(judging.value()),
        judging.rules().stream()
            .map(it ->
                new TownPage.Unjudged(
                    it.rule(), names.rule(it.rule()), it.unjudged(), it.judged() + it.unjudged()))
            .toList());
  }

  private TownPage.Area area(AreaScore area) {
    return new TownPage.Area(
        area.area(),
        area.weight().doubleValue(),
        number(area.effective()),
        area.capped(),
        area.terms().stream().map(this::term).toList());
  }

  private TownPage.Term term(Term term) {
    return new TownPage.Term(
        term.rule(),
        names.rule(term.rule()),
        term.severity(),
        term.weight().doubleValue(),
        term.effectiveViolations(),
        term.exposure(),
        term.effectiveShare().doubleValue(),
        term.exempt());
  }

  private TownPage.Metric metric(Metric metric) {
    Optional<MetricDefinition> known = catalogue.find(metric.id());
    return new TownPage.Metric(
        metric.id(),
        known.map(it -> new Words(it.nameZh(), it.nameEn())).orElse(Words.same(metric.id())),
        metric.unit().name(),
        number(metric.value()),
        metric.numerator(),
        metric.denominator(),
        metric.excluded(),
        metric.unknown(),
        metric.details().entrySet().stream()
            .sorted(Comparator.comparingInt(it -> DETAILS.indexOf(it.getKey())))
            .map(it -> detail(it.getKey(), it.getValue().longValue()))
            .toList(),
        metric.formulaVersion(),
        known.map(it -> new Words(it.formulaZh(), it.formulaEn())).orElse(Words.same(Format.NONE)));
  }

  private static TownPage.Detail detail(String name, long number) {
    Lag lag = name.equals("pushed.lagMinutes") ? Lag.ofMinutes(number) : null;
    return lag == null
        ? new TownPage.Detail(name, number)
        : new TownPage.Detail("pushed.lag." + lag.unit(), lag.number());
  }

  private static TownPage.TrendPoint point(TrendPoint known) {
    return new TownPage.TrendPoint(
        known.day(),
        band(known.band()),
        number(known.effective()),
        number(known.coverage()),
        number(known.median()));
  }

  static List<MetricEntry> entries(MetricCatalogue catalogue) {
    return catalogue.all().stream()
        .map(it ->
            new MetricEntry(
                it.id(),
                new Words(it.nameZh(), it.nameEn()),
                new Words(it.formulaZh(), it.formulaEn()),
                it.unit().name(),
                it.formulaVersion(),
                new Words(
                    Objects.requireNonNullElse(it.noteZh(), ""),
                    Objects.requireNonNullElse(it.noteEn(), ""))))
        .toList();
  }
}
