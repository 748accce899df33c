package cn.jianfu.report.compliance;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.domain.Reports;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.compliance.domain.TownTrial;
import cn.jianfu.report.compliance.domain.UnitLoads;
import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.scope.UnitScope;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How the towns stand: today from their views, on any other day from their facts. */
public final class TownCompliances {

  /** No chat group is older; and a day without end cannot be computed. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

  /** Towns without a view, as in a district that begins: as many as are computed at once. */
  private static final int COMPUTED_AT_ONCE = 4;

  private final ReadSides readSides;
  private final TownFactsReader facts;
  private final TownSheets sheets;
  private final TownMedians medians;
  private final TownRows rows = new TownRows();
  private final PastRows past;
  private final Reference reference;
  private final DistrictClock clock;

  TownCompliances(
      ReadSides readSides,
      TownFactsReader facts,
      TownTrends trends,
      Reference reference,
      DistrictClock clock) {
    this.readSides = readSides;
    this.facts = facts;
    PastTowns pastTowns = new PastTowns(facts, reference);
    this.sheets = new TownSheets(facts, pastTowns, trends);
    this.medians =
        new TownMedians(
            readSides::active, rows, () -> codes(reference.current().units().towns()), clock);
    this.past = new PastRows(pastTowns);
    this.reference = reference;
    this.clock = clock;
  }

  /** What a caller of that unit may see. */
  public UnitScope scopeOf(String unit) {
    return new UnitScope(unit, reference.current().units());
  }

  /** The towns of a scope; {@code asOf} null is today. */
  public Mono<Overview> overview(UnitScope scope, @Nullable LocalDate asOf) {
    LocalDate day = dayOf(asOf);
    List<OrgUnit> places = openIn(scope, day);
    Mono<List<TownSummary>> summaries =
        day.equals(clock.today()) ? today(places) : onDay(places, day);
    return summaries.map(list ->
        Overview.of(
            day,
            reference.current().ruleSets().inForceOn(day).map(RuleSet::key),
            list.stream().filter(TownSummary::isShown).toList()));
  }

  /** The same as of now, with departments that have no groups; something may come from them. */
  public Flux<TownSummary> everybody(UnitScope scope) {
    return today(openIn(scope, clock.today())).flatMapIterable(all -> all);
  }

  private static List<OrgUnit> openIn(UnitScope scope, LocalDate day) {
    return scope.places().stream().filter(place -> place.openOn(day)).toList();
  }

  /** A town in the overview as it is now; empty when it is in none. */
  public Mono<TownSummary> summary(String code) {
    return Mono.justOrEmpty(reference.current().units().placeOrUnit(code))
        .flatMap(town -> today(List.of(town)))
        .flatMapIterable(one -> one)
        .next()
        .filter(TownSummary::isShown);
  }

  /** A town on a day with its groups and findings; empty when there is no such unit. */
  public Mono<TownSheet> sheet(String code, @Nullable LocalDate asOf) {
    LocalDate day = dayOf(asOf);
    ReadSide side = readSides.active();
    return Mono.justOrEmpty(reference.current().units().placeOrUnit(code))
        .flatMap(town ->
            (day.equals(clock.today())
                    ? sheets.ofView(side, code, day)
                    : sheets.ofPast(side, code, day))
                .flatMap(sheet ->
                    medians.beside(sheet.trend(), day).map(trend -> sheet(town, sheet, trend))));
  }

  private static TownSheet sheet(OrgUnit town, TownSheets.Sheet sheet, List<TrendPoint> trend) {
    return new TownSheet(
        new TownPage(
            town.orgCode(),
            town.name(),
            town.nameEn(),
            sheet.version(),
            sheet.updatedAt(),
            sheet.compliance(),
            trend),
        sheet.groups(),
        sheet.open(),
        sheet.withdrawals(),
        sheet.corrected());
  }

  /** How a town stands today, and how it would by other rules. */
  public Mono<TownTrial.Standings> tried(String town, TownTrial trial) {
    return factsOf(town).map(known -> trial.of(known, clock.today()));
  }

  /** The groups of a town that were known on a day, by id. */
  public Mono<List<GroupLine>> groups(String town, @Nullable LocalDate asOf) {
    LocalDate day = dayOf(asOf);
    return factsOf(town).map(known -> GroupLine.of(known, day));
  }

  /** The register of a town's groups as it stands now. */
  public Mono<List<RegisterLine>> register(String town) {
    return factsOf(town).map(known -> RegisterLine.of(known, clock.today()));
  }

  /** In how many groups the people of a town are; empty when there is no such unit. */
  public Mono<TownLoad> load(String town, @Nullable LocalDate asOf) {
    LocalDate day = dayOf(asOf);
    return Mono.justOrEmpty(reference.current().units().placeOrUnit(town))
        .flatMap(unit -> factsOf(town).map(known -> load(unit, day, known)));
  }

  private TownLoad load(OrgUnit town, LocalDate day, TownFacts known) {
    Optional<RuleSet> rules = reference.current().ruleSets().inForceOn(day);
    return TownLoad.of(
        town,
        day,
        UnitLoads.of(known, day),
        rules.flatMap(it -> limit(it, "person.groupLoad.warn")),
        rules.flatMap(it -> limit(it, "person.groupLoad.high")),
        reference.current().units());
  }

  // A district that does not judge loads need not say from which on they are too many.
  private static Optional<Integer> limit(RuleSet rules, String key) {
    return Optional.ofNullable(rules.thresholds().get(key)).map(BigDecimal::intValue);
  }

  // What has not happened yet is no fact.
  private LocalDate dayOf(@Nullable LocalDate asOf) {
    LocalDate today = clock.today();
    if (asOf != null && asOf.isAfter(today)) {
      throw Problem.of(WebProblems.INVALID).atParameter("asOf", "in-the-future").toException();
    }
    if (asOf != null && asOf.isBefore(FIRST_DAY)) {
      throw Problem.of(WebProblems.INVALID).atParameter("asOf", "not-readable").toException();
    }
    return asOf == null ? today : asOf;
  }

  private Mono<TownFacts> factsOf(String town) {
    return facts.read(readSides.active().facts(), town);
  }

  private Mono<List<TownSummary>> today(List<OrgUnit> towns) {
    return rows.of(readSides.active(), codes(towns))
        .flatMapMany(views ->
            Flux.fromIterable(towns)
                .filter(town -> isTold(town, views))
                .flatMapSequential(
                    town -> summary(town, views.getOrDefault(town.orgCode(), TownRows.Row.NONE)),
                    COMPUTED_AT_ONCE))
        .collectList();
  }

  /** Of departments that nobody has told of there is nothing to compute. */
  private static boolean isTold(OrgUnit place, Map<String, TownRows.Row> views) {
    return !place.isDepartments() || views.containsKey(place.orgCode());
  }

  private Mono<TownSummary> summary(OrgUnit town, TownRows.Row view) {
    return Mono.justOrEmpty(view.row())
        .switchIfEmpty(Mono.defer(() -> rowOn(town, clock.today())))
        .map(row -> summary(town, row, view));
  }

  private Mono<List<TownSummary>> onDay(List<OrgUnit> towns, LocalDate day) {
    Map<String, OrgUnit> byCode =
        towns.stream().collect(Collectors.toMap(OrgUnit::orgCode, town -> town));
    return past.on(readSides.active(), day, towns)
        .map(row -> summary(Objects.requireNonNull(byCode.get(row.town())), row, TownRows.Row.NONE))
        .collectList();
  }

  private static List<String> codes(List<OrgUnit> towns) {
    return towns.stream().map(OrgUnit::orgCode).toList();
  }

  private Mono<TownRow> rowOn(OrgUnit town, LocalDate day) {
    return factsOf(town.orgCode()).map(known -> TownRow.of(known, new Reports(known), day));
  }

  private static TownSummary summary(OrgUnit town, TownRow row, TownRows.Row view) {
    return new TownSummary(
        town.orgCode(),
        town.name(),
        town.nameEn(),
        town.isDepartments(),
        row,
        view.spark(),
        view.version(),
        view.updatedAt());
  }
}
