package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.TownAnnouncement;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.compliance.TownHistory;
import cn.jianfu.report.compliance.TownSummary;
import cn.jianfu.report.finding.FindingDesk;
import cn.jianfu.report.group.GroupDrillDown;
import cn.jianfu.report.group.MergePlans;
import cn.jianfu.report.group.SecrecyWords;
import cn.jianfu.report.group.SelfCheckLists;
import cn.jianfu.report.ingest.IngestStatuses;
import cn.jianfu.report.metric.MetricCatalogue;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.scope.Access;
import cn.jianfu.report.scope.UnitScope;
import cn.jianfu.report.stream.TownStream;
import cn.jianfu.report.trial.TownTrials;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers the console's questions from the read side. */
@Component
class GatewaySource implements ConsoleSource {

  private final TownCompliances towns;
  private final TownStream stream;
  private final GroupDrillDown groups;
  private final MetricCatalogue catalogue;
  private final IngestStatuses ingest;
  private final Reference reference;
  private final DistrictClock clock;
  private final GatewayTowns townPages;
  private final GatewayRules rules;
  private final GatewayFindings findings;
  private final GatewaySelfChecks selfChecks;
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
      TownTrials trials,
      MergePlans merges,
      SecrecyWords secrecyWords,
      Access access,
      RandomKeys random) {
    this.towns = towns;
    this.stream = stream;
    this.groups = groups;
    this.catalogue = catalogue;
    this.ingest = ingest;
    this.reference = reference;
    this.clock = clock;
    this.townPages = new GatewayTowns(towns, history, desk, catalogue, merges, reference, clock);
    this.rules = new GatewayRules(trials, this::names);
    this.findings = new GatewayFindings(desk, this::names, this::units);
    this.secrecy = new GatewaySecrecy(secrecyWords, towns, reference, desk, clock, random);
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

  @Override
  public Mono<TownPage> townPage(String code, @Nullable LocalDate asOf) {
    return townPages.townPage(code, asOf);
  }

  @Override
  public Mono<TownPage> townShown(String code, LocalDate day) {
    return townPages.townShown(code, day);
  }

  @Override
  public Mono<GroupList> groups(String town, GroupQuery asked) {
    return townPages.groups(town, asked);
  }

  @Override
  public Mono<LoadPage> load(String town, @Nullable LocalDate asOf) {
    return townPages.load(town, asOf);
  }

  @Override
  public Mono<ClusterPage> clusters(ClusterQuery asked, @Nullable String token, Locale language) {
    return townPages.clusters(asked, token, language);
  }

  @Override
  public Mono<RuleSetPage> ruleSet(@Nullable Integer version) {
    return rules.ruleSet(version);
  }

  @Override
  public Mono<TrialPage> trial(
      Scope scope, TrialForm form, @Nullable String token, Locale language) {
    return rules.trial(scope, form, token, language);
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
    return Mono.justOrEmpty(reference.current().units().placeOf(unit))
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
  public Mono<SelfCheckPage> selfCheck(UnitVisit visit) {
    return selfChecks.page(visit);
  }

  @Override
  public Mono<SelfCheckReply> answer(UnitVisit visit, SelfCheckForm form) {
    return selfChecks.answer(visit, form);
  }

  @Override
  public Mono<SelfCheckAgreed> agree(UnitVisit visit, String seen) {
    return selfChecks.agree(visit, seen);
  }

  @Override
  public Mono<List<MetricEntry>> metrics() {
    return Mono.fromSupplier(() -> TownMapping.entries(catalogue));
  }

  @Override
  public Mono<SecrecyPage> secrecy(UnitVisit visit) {
    return secrecy.page(visit);
  }

  @Override
  public Mono<SecrecyReply> say(UnitVisit visit, SecrecyForm form) {
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
        .map(
            status -> IngestMapping.page(status, clock, townPages.marksOn(clock.today()), names()));
  }

  private Names names() {
    return new Names(reference.current(), clock.today());
  }

  private UnitScope units(Scope scope) {
    return names().reach(scope);
  }
}
