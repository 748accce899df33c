package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.TownAnnouncement;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.compliance.TownHistory;
import cn.jianfu.report.compliance.TownSummary;
import cn.jianfu.report.finding.FindingDesk;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.GroupDrillDown;
import cn.jianfu.report.group.MergePlans;
import cn.jianfu.report.group.MergesTold;
import cn.jianfu.report.group.RuleTrials;
import cn.jianfu.report.group.SecrecyWords;
import cn.jianfu.report.group.SelfCheckLists;
import cn.jianfu.report.group.TrialTold;
import cn.jianfu.report.ingest.IngestStatuses;
import cn.jianfu.report.metric.MetricCatalogue;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.scope.Access;
import cn.jianfu.report.scope.UnitScope;
import cn.jianfu.report.stream.TownStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers the console's questions from the read side. */
@Component
class GatewaySource implements ConsoleSource {

  private final TownCompliances towns;
  private final TownStream stream;
  private final TownHistory history;
  private final FindingDesk desk;
  private final GroupDrillDown groups;
  private final MetricCatalogue catalogue;
  private final IngestStatuses ingest;
  private final Reference reference;
  private final DistrictClock clock;
  private final GatewayFindings findings;
  private final GatewaySelfChecks selfChecks;
  private final RuleTrials trials;
  private final MergePlans merges;
  private final GatewaySecrecy secrecy;
  private final GatewayExemptions exemptions;
  private final GatewayCalendars calendars;

  GatewaySource(
      TownCompliances towns,
      TownHistory history,
      TownStream stream,
      FindingDesk desk,
      GroupDrillDown groups,
      MetricCatalogue catalogue,
      IngestStatuses ingest,
      Reference reference,
      DistrictClock clock,
      SelfCheckLists lists,
      RuleTrials trials,
      MergePlans merges,
      SecrecyWords secrecyWords,
      Access access,
      RandomKeys random) {
    this.towns = towns;
    this.history = history;
    this.stream = stream;
    this.desk = desk;
    this.groups = groups;
    this.catalogue = catalogue;
    this.ingest = ingest;
    this.reference = reference;
    this.clock = clock;
    this.findings = new GatewayFindings(desk, this::names, this::units);
    this.trials = trials;
    this.merges = merges;
    this.secrecy = new GatewaySecrecy(secrecyWords, towns, reference, clock, random);
    this.exemptions = new GatewayExemptions(reference, towns, access, clock, random);
    this.calendars = new GatewayCalendars(reference, access, clock);
    this.selfChecks = new GatewaySelfChecks(lists, towns, desk, reference, clock);
  }

  @Override
  public Mono<Words> district() {
    return Mono.justOrEmpty(names().root().map(Names::of));
  }

  @Override
  public Mono<OverviewPage> overview(Scope scope, OverviewQuery asked) {
    return towns
        .overview(units(scope), null)
        .map(overview -> OverviewMapping.page(overview, asked, names(), clock.now()));
  }

  @Override
  public Mono<TownRow> town(String code) {
    return towns.summary(code).map(OverviewMapping::row);
  }

  @Override
  public Flux<String> changes() {
    return stream.announcements().map(TownAnnouncement::town);
  }

  /** A day that has not come yet is today. */
  @Override
  public Mono<TownPage> townPage(String code, @Nullable LocalDate asOf) {
    var day = notAfter(clock.today(), asOf);
    return isTown(code)
        .flatMap(known -> Mono.zip(towns.town(code, day), desk.openIn(within(code), code, day)))
        .flatMap(both ->
            history
                .revision(both.getT1().compliance())
                .map(new ClosingMapping(catalogue)::known)
                .map(closed -> page(both.getT1(), both.getT2(), closed))
                .switchIfEmpty(Mono.fromSupplier(() -> page(both.getT1(), both.getT2(), null))));
  }

  @Override
  public Mono<TownPage> townShown(String code, LocalDate day) {
    return isTown(code)
        .flatMap(known -> history.shownOn(code, day))
        .map(shown -> page(shown.town(), List.of(), ClosingMapping.then(shown)));
  }

  private TownPage page(
      cn.jianfu.report.compliance.TownPage town,
      List<FindingView> open,
      @Nullable ClosedDay closed) {
    return new TownMapping(names(), catalogue)
        .page(town, open, clock.today(), marksOn(town.compliance().asOf()), closed);
  }

  private @Nullable Marks marksOn(LocalDate day) {
    return reference.current().ruleSets().inForceOn(day).map(Marks::of).orElse(null);
  }

  @Override
  public Mono<GroupList> groups(String town, GroupQuery asked) {
    return isTown(town)
        .flatMap(known -> towns.groups(town, notAfter(clock.today(), asked.asOf())))
        .map(lines -> TownMapping.groups(town, lines, asked, names()));
  }

  @Override
  public Mono<LoadPage> load(String town, @Nullable LocalDate asOf) {
    return isTown(town)
        .flatMap(known -> towns.load(town, notAfter(clock.today(), asOf)))
        .map(load -> LoadMapping.page(load, clock.today()));
  }

  @Override
  public Mono<GroupPage> group(Scope scope, String id, @Nullable String token) {
    return townVersion(id)
        .flatMap(version ->
            groups
                .find(units(scope), id, token)
                .map(answer -> GroupMapping.page(answer, names(), clock.today(), version)));
  }

  private Mono<Long> townVersion(String group) {
    String unit = group.substring(0, Math.max(0, group.indexOf('/')));
    var units = reference.current().units();
    return Mono.justOrEmpty(
            units.towns().stream()
                .map(OrgUnit::orgCode)
                .filter(town -> units.within(unit, town))
                .findFirst())
        .flatMap(towns::summary)
        .map(TownSummary::version)
        .defaultIfEmpty(0L);
  }

  @Override
  public Mono<FindingsPage> findings(Scope scope, FindingQuery asked) {
    return findings.page(scope, asked);
  }

  @Override
  public Mono<List<FindingRow>> findings(Scope scope, List<String> ids) {
    return findings.rows(scope, ids);
  }

  @Override
  public Mono<Handled> judge(ConsoleUser user, JudgementForm form) {
    return findings.judge(user, form);
  }

  @Override
  public Mono<SelfCheckPage> selfCheck(SelfCheckVisit visit) {
    return selfChecks.page(visit);
  }

  @Override
  public Mono<SelfCheckReply> answer(SelfCheckVisit visit, SelfCheckForm form) {
    return selfChecks.answer(visit, form);
  }

  @Override
  public Mono<SelfCheckAgreed> agree(SelfCheckVisit visit, String seen) {
    return selfChecks.agree(visit, seen);
  }

  @Override
  public Mono<List<MetricEntry>> metrics() {
    return Mono.fromSupplier(() -> TownMapping.entries(catalogue));
  }

  @Override
  public Mono<RuleSetPage> ruleSet(@Nullable Integer version) {
    return Mono.justOrEmpty(RuleSetMapping.page(names(), version));
  }

  @Override
  public Mono<TrialPage> trial(TrialForm form, @Nullable String token, Locale language) {
    Names names = names();
    return Mono.justOrEmpty(names.inForce())
        .flatMap(rules ->
            tried(form, token, language, names)
                .map(outcome -> TrialMapping.page(rules, form, outcome))
                .defaultIfEmpty(TrialMapping.page(rules, form, null)));
  }

  /** Empty while there is nothing to try. */
  private Mono<TrialPage.Outcome> tried(
      TrialForm form, @Nullable String token, Locale language, Names names) {
    if (!form.asks()) {
      return Mono.empty();
    }
    BigDecimal number = form.number().orElse(null);
    if (number == null) {
      return Mono.just(TrialPage.Outcome.problem("trial.no-number"));
    }
    Mono<TrialTold> told =
        token == null
            ? Mono.just(new TrialTold.Nothing(Degraded.NOT_ASKED))
            : trials.tryOut(Map.of(form.key(), number), token, language);
    return told.map(it -> TrialMapping.outcome(it, names));
  }

  @Override
  public Mono<ClusterPage> clusters(ClusterQuery asked, @Nullable String token, Locale language) {
    return isTown(asked.town())
        .flatMap(town -> Mono.zip(merges(asked, token, language), towns.groups(asked.town(), null)))
        .map(both -> ClusterMapping.page(asked, both.getT1(), both.getT2(), names()));
  }

  private Mono<MergesTold> merges(ClusterQuery asked, @Nullable String token, Locale language) {
    if (token == null) {
      return Mono.just(new MergesTold.Nothing(Degraded.NOT_ASKED));
    }
    return asked.tries()
        ? merges.tryOut(asked.target(), asked.groups(), token, language)
        : merges.proposed(asked.town(), token, language);
  }

  @Override
  public Mono<SecrecyPage> secrecy(SelfCheckVisit visit) {
    return secrecy.page(visit);
  }

  @Override
  public Mono<SecrecyReply> say(SelfCheckVisit visit, SecrecyForm form) {
    return secrecy.say(visit, form);
  }

  @Override
  public Mono<ExemptionsPage> exemptions(ConsoleUser user, ExemptionQuery asked) {
    return exemptions.page(user, units(user.scope()), asked);
  }

  @Override
  public Mono<ReferenceReply<ExemptionsPage>> exempt(
      ConsoleUser user, ExemptionQuery asked, ExemptionForm form) {
    return exemptions.put(user, units(user.scope()), asked, form);
  }

  @Override
  public Mono<CalendarPage> calendar(ConsoleUser user, int year) {
    return calendars.page(user, year);
  }

  @Override
  public Mono<ReferenceReply<CalendarPage>> change(ConsoleUser user, int year, CalendarForm form) {
    return calendars.put(user, year, form);
  }

  @Override
  public Mono<IngestPage> ingest(Scope scope) {
    return ingest
        .now(units(scope), scope.wholeDistrict())
        .map(status -> IngestMapping.page(status, clock, marksOn(clock.today()), names()));
  }

  private static @Nullable LocalDate notAfter(LocalDate today, @Nullable LocalDate asOf) {
    return asOf == null || asOf.isAfter(today) ? null : asOf;
  }

  private Mono<OrgUnit> isTown(String code) {
    return Mono.justOrEmpty(
        reference.current().units().towns().stream()
            .filter(town -> town.orgCode().equals(code))
            .findFirst());
  }

  private Names names() {
    return new Names(reference.current(), clock.today());
  }

  private UnitScope within(String unit) {
    return new UnitScope(unit, reference.current().units());
  }

  private UnitScope units(Scope scope) {
    var town = scope.town();
    var root = town == null ? names().root().map(OrgUnit::orgCode).orElse("") : town;
    return within(root);
  }
}
