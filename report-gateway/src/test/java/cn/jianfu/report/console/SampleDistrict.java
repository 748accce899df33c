package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A district for the tests of the console: six towns, the same at every run. */
class SampleDistrict implements ConsoleSource {

  static final Instant NOW = Instant.parse("2026-11-23T04:02:00Z");
  static final DistrictClock CLOCK =
      new DistrictClock(Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));

  static final String XINDIAN = "350213101000";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final String GROUP = "350213101901%2FWECHAT%2Fg%252F3";

  /** A group that was declared, and of which nothing else is known. */
  static final String MISTAKEN = SampleRegister.id(4);

  static final List<String> PAGES =
      List.of(
          "/",
          "/?band=action",
          "/?band=no-data&page=7",
          "/towns/" + XINDIAN,
          "/towns/350213400000",
          "/towns/" + XINDIAN + "?asOf=2026-11-01",
          "/towns/" + XINDIAN + "?asOf=2025-06-01",
          "/towns/" + XINDIAN + "?asOf=2026-11-10",
          "/towns/" + XINDIAN + "?asOf=2026-11-10&shown=then",
          "/towns/" + XINDIAN + "/load",
          "/towns/350213400000/load",
          "/inbox",
          "/findings",
          "/findings?state=any&q=nothing",
          "/findings/f000",
          "/findings/f006",
          "/findings/f017",
          "/groups?id=" + GROUP,
          "/groups?id=" + URLEncoder.encode(MISTAKEN, StandardCharsets.UTF_8),
          "/groups?id=" + URLEncoder.encode(SampleTowns.WITHDRAWN, StandardCharsets.UTF_8),
          "/metrics",
          "/rules",
          "/rules?version=9",
          "/rules/trial",
          "/rules/trial?key=zombie.idleDays&value=45",
          "/rules/trial?key=zombie.idleDays&value=46",
          "/rules/trial?key=zombie.idleDays&value=60",
          "/rules/trial?key=band.green&value=90",
          "/rules/trial?key=zombie.idleDays&value=nothing",
          "/towns/" + XINDIAN + "/clusters",
          "/towns/" + XINDIAN + "/clusters?target=a&group=b",
          "/secrecy?unit=" + XINDIAN,
          "/register",
          "/register?town=" + XINDIAN + "&todo=decide",
          "/register?town=" + XINDIAN + "&page=2",
          "/ingest",
          "/exemptions",
          "/exemptions?show=all",
          "/exemptions?show=coming&page=9",
          "/calendar",
          "/calendar?year=2028",
          "/self-check?unit=" + XINDIAN);

  final Map<String, TownRow> towns = new ConcurrentSkipListMap<>();
  final List<FindingRow> findings = new CopyOnWriteArrayList<>();

  final SampleSecrecy secrecy = new SampleSecrecy();

  final SampleRegister register = new SampleRegister();

  final SampleReference reference = new SampleReference();

  final SampleSelfChecks selfChecks = new SampleSelfChecks();

  /** Names of groups by their number, where they are called otherwise than at first. */
  final Map<Integer, String> renamed = new ConcurrentSkipListMap<>();

  /** Whether group-service does not answer. */
  volatile boolean groupServiceAway;

  private final Sinks.Many<String> changes = Sinks.many().multicast().directBestEffort();

  SampleDistrict() {
    reset();
  }

  final void reset() {
    groupServiceAway = false;
    selfChecks.reset();
    secrecy.reset();
    reference.reset();
    register.reset();
    renamed.clear();
    findings.clear();
    findings.addAll(SampleFindings.all());
    towns.clear();
    add(
        "350213001000",
        "大嶝街道",
        "Dadeng Subdistrict",
        Band.GOOD,
        91.2,
        1.4,
        0.97,
        0,
        2,
        5,
        change("dissolved", 3));
    add(
        XINDIAN,
        "新店镇",
        "Xindian Town",
        Band.ATTENTION,
        82.3,
        6.1,
        0.99,
        0,
        6,
        8,
        change("dissolved", 28),
        change("kept", 16));
    add(
        "350213102000",
        "马巷镇",
        "Maxiang Town",
        Band.ATTENTION,
        74.6,
        -2.8,
        0.92,
        0,
        9,
        14,
        change("raised", 4));
    add(
        "350213103000",
        "新圩镇",
        "Xinxu Town",
        Band.ACTION,
        54.8,
        -1.1,
        0.86,
        2,
        15,
        16,
        change("raised", 11),
        change("confirmed", 2),
        change("cleared", 1));
    add("350213104000", "内厝镇", "Neicuo Town", Band.GOOD, 88.0, 0.0, 0.95, 0, 3, 6);
    add(
        "350213400000",
        "大帽山农场",
        "Damaoshan Farm",
        Band.NO_DATA,
        null,
        null,
        0.41,
        0,
        1,
        0,
        change("silent", 12));
  }

  private static TownRow.Change change(String kind, int count) {
    return new TownRow.Change(kind, count);
  }

  private void add(
      String code,
      String zh,
      String en,
      Band band,
      @Nullable Double score,
      @Nullable Double delta,
      double coverage,
      int blocker,
      int major,
      int minor,
      TownRow.Change... what) {
    var seed = new Random(code.hashCode());
    var trend = new ArrayList<@Nullable Double>();
    double value = score == null ? 66 : score - (delta == null ? 0 : delta * 2);
    for (int day = 0; day < 90; day++) {
      boolean gap =
          score == null
              ? day > 60 || day % 23 == 0
              : code.equals("350213102000") && day > 30 && day < 38;
      trend.add(gap ? null : value);
      value += seed.nextGaussian() * 1.2 + (score == null ? 0 : (score - value) / (91 - day));
    }
    if (score != null) {
      trend.set(89, score);
    }
    var at =
        score == null
            ? NOW.minusSeconds(12 * 86_400)
            : NOW.minusSeconds(60L * (1 + seed.nextInt(40)));
    towns.put(
        code,
        new TownRow(
            code,
            new Words(zh, en),
            band,
            score,
            delta,
            coverage,
            trend,
            blocker,
            major,
            minor,
            List.of(what),
            code.equals(XINDIAN) ? 2 : 0,
            code.equals(XINDIAN) ? TODAY.minusDays(3) : null,
            at,
            1));
  }

  /** Calls a group of a town otherwise, as if the town had said so. */
  void rename(String code, int group, String name) {
    renamed.put(group, name);
    changes.tryEmitNext(code);
  }

  /** Gives a town a new score, as if its data had changed. */
  void score(String code, Band band, double score) {
    towns.computeIfPresent(
        code,
        (key, row) ->
            new TownRow(
                row.code(),
                row.name(),
                band,
                score,
                row.delta(),
                row.coverage(),
                row.trend(),
                row.blocker(),
                row.major(),
                row.minor(),
                row.changes(),
                row.withdrawn(),
                row.withdrawnOn(),
                NOW,
                row.version() + 1));
    changes.tryEmitNext(code);
  }

  @Override
  public Mono<Words> district() {
    return Mono.just(new Words("翔安区", "Xiang'an District"));
  }

  @Override
  public Mono<OverviewPage> overview(Scope scope, OverviewQuery asked) {
    var counts = new EnumMap<Band, Integer>(Band.class);
    towns.values().forEach(row -> counts.merge(row.band(), 1, Integer::sum));
    var rows =
        towns.values().stream()
            .filter(row -> asked.band() == null || row.band() == asked.band())
            .toList();
    return Mono.just(
        new OverviewPage(
            NOW,
            "xiangan@3",
            counts,
            asked.band(),
            rows,
            Paging.of(asked.page(), OverviewPage.ROWS, rows.size()),
            heat()));
  }

  private HeatMap heat() {
    var heads =
        towns.values().stream().map(row -> new HeatMap.Town(row.code(), row.name())).toList();
    var rows = new ArrayList<HeatMap.Row>();
    for (var rule : SampleRules.ALL) {
      var cells = new ArrayList<HeatMap.Cell>();
      for (var town : towns.values()) {
        int n = Math.floorMod((rule.id() + town.code()).hashCode(), 27) - 4;
        boolean silent = town.band() == Band.NO_DATA;
        var known =
            silent
                ? HeatMap.Known.UNKNOWN
                : n < -2 ? HeatMap.Known.NOT_APPLICABLE : HeatMap.Known.KNOWN;
        Integer open = known == HeatMap.Known.KNOWN ? Math.max(0, n) : null;
        cells.add(new HeatMap.Cell(town.code(), known, open, open == null ? null : open / 120.0));
      }
      rows.add(new HeatMap.Row(rule.id(), rule.name(), rule.severity(), cells));
    }
    return new HeatMap(heads, rows);
  }

  @Override
  public Mono<TownPage> townPage(String code, @Nullable LocalDate asOf) {
    return page(code, asOf == null ? TODAY : asOf, false);
  }

  @Override
  public Mono<TownPage> townShown(String code, LocalDate day) {
    return page(code, day, true).filter(page -> page.closed() != null);
  }

  /**
   * Days of 2026 before the second of November were not closed; of those of 2025 counters are not
   * kept any more.
   */
  private Mono<TownPage> page(String code, LocalDate day, boolean then) {
    var row = towns.get(code);
    if (row == null) {
      return Mono.empty();
    }
    var open =
        findings.stream()
            .filter(it -> it.town().equals(code) && FindingQuery.STATES.indexOf(it.state()) < 3)
            .toList();
    var closed =
        day.equals(TODAY) || (day.getYear() == 2026 && day.isBefore(LocalDate.of(2026, 11, 2)))
            ? null
            : SampleTowns.closed(day, then);
    return Mono.just(SampleTowns.page(row, day, day.equals(TODAY), open, closed));
  }

  @Override
  public Mono<GroupList> groups(String town, GroupQuery asked) {
    var rows =
        SampleTowns.groups(town, renamed).stream()
            .filter(it -> asked.state().isEmpty() || it.state().equals(asked.state()))
            .filter(
                it -> asked.confidence().isEmpty() || it.confidence().equals(asked.confidence()))
            .filter(it -> it.name().contains(asked.text()))
            .toList();
    var paging = Paging.of(asked.page(), GroupQuery.ROWS, rows.size());
    var page = rows.stream().skip(paging.offset()).limit(paging.size()).toList();
    return Mono.just(new GroupList(town, asked, page, paging));
  }

  @Override
  public Mono<GroupPage> group(Scope scope, String id, @Nullable String token) {
    return scope.covers(XINDIAN) ? Mono.fromSupplier(() -> group(id)) : Mono.empty();
  }

  private GroupPage group(String id) {
    if (id.equals(SampleTowns.WITHDRAWN)) {
      return SampleTowns.withdrawn(id);
    }
    return id.equals(MISTAKEN)
        ? SampleTowns.mistaken(id)
        : SampleTowns.group(
            id, renamed.getOrDefault(17, "疫苗接种统计群"), groupServiceAway, findings.subList(0, 2));
  }

  @Override
  public Mono<FindingsPage> findings(Scope scope, FindingQuery asked) {
    var rows =
        findings.stream()
            .filter(it -> scope.covers(it.town()))
            .filter(it -> asked.town().isEmpty() || it.town().equals(asked.town()))
            .filter(it -> asked.rule().isEmpty() || it.rule().equals(asked.rule()))
            .filter(it -> asked.severity().isEmpty() || it.severity().equals(asked.severity()))
            .filter(it ->
                asked.state().equals(FindingQuery.ANY)
                    || (asked.state().equals(FindingQuery.CONTESTED) && it.contested())
                    || asked.state().equals(it.state())
                    || (asked.state().equals(FindingQuery.OPEN)
                        && FindingQuery.STATES.indexOf(it.state()) < 3))
            .filter(it -> it.subject().contains(asked.text()))
            .toList();
    var paging = Paging.of(asked.page(), FindingQuery.ROWS, rows.size());
    var choices =
        towns.values().stream().map(it -> new FindingsPage.Choice(it.code(), it.name())).toList();
    var rules =
        SampleRules.ALL.stream().map(it -> new FindingsPage.Choice(it.id(), it.name())).toList();
    return Mono.just(
        new FindingsPage(
            asked,
            rows.stream().skip(paging.offset()).limit(paging.size()).toList(),
            paging,
            choices,
            rules));
  }

  @Override
  public Mono<List<FindingRow>> findings(Scope scope, List<String> ids) {
    return Mono.just(
        findings.stream().filter(it -> scope.covers(it.town()) && ids.contains(it.id())).toList());
  }

  @Override
  public Mono<Handled> judge(ConsoleUser user, JudgementForm form) {
    var ids = form.ids();
    var verdict = form.verdict();
    var state =
        switch (verdict) {
          case CONFIRM -> "CONFIRMED";
          case DISMISS -> "DISMISSED";
          case TAKE_BACK, CONTEST -> "SUSPECTED";
        };
    var judgement =
        verdict == Verdict.TAKE_BACK || verdict == Verdict.CONTEST
            ? null
            : new FindingRow.Judgement(
                state, form.reason(), user.role(), LocalDate.of(2026, 11, 23));
    var contest =
        verdict == Verdict.CONTEST
            ? new FindingRow.Contest(form.reason(), LocalDate.of(2026, 11, 23), true)
            : null;
    findings.replaceAll(
        it -> ids.contains(it.id()) ? SampleFindings.with(it, state, judgement, contest) : it);
    changes.tryEmitNext(XINDIAN);
    return findings(user.scope(), ids).map(rows -> new Handled(rows, 0));
  }

  @Override
  public Mono<SelfCheckPage> selfCheck(UnitVisit visit) {
    return mayLook(visit) ? Mono.fromSupplier(() -> selfChecks.page(visit)) : Mono.empty();
  }

  @Override
  public Mono<SelfCheckReply> answer(UnitVisit visit, SelfCheckForm form) {
    return mayLook(visit) ? Mono.fromSupplier(() -> selfChecks.answer(form)) : Mono.empty();
  }

  @Override
  public Mono<SelfCheckAgreed> agree(UnitVisit visit, String seen) {
    return mayLook(visit) ? Mono.fromSupplier(() -> selfChecks.agree(visit, seen)) : Mono.empty();
  }

  private static boolean mayLook(UnitVisit visit) {
    return visit.unit().startsWith("350213101")
        && (visit.user().scope().wholeDistrict() || visit.unit().equals(visit.user().unit()));
  }

  @Override
  public Mono<List<MetricEntry>> metrics() {
    return Mono.just(SampleTowns.catalogue());
  }

  @Override
  public Mono<RuleSetPage> ruleSet(@Nullable Integer version) {
    return version != null && version > 3 ? Mono.empty() : Mono.just(SampleRules.page());
  }

  @Override
  public Mono<TrialPage> trial(
      Scope scope, TrialForm form, @Nullable String token, Locale language) {
    return Mono.just(SampleRules.trial(form, groupServiceAway));
  }

  @Override
  public Mono<ClusterPage> clusters(ClusterQuery asked, @Nullable String token, Locale language) {
    return Mono.just(SampleClusters.page(asked, groupServiceAway));
  }

  @Override
  public Mono<SecrecyPage> secrecy(UnitVisit visit) {
    return mayLook(visit) ? Mono.just(secrecy.page(visit, groupServiceAway)) : Mono.empty();
  }

  @Override
  public Mono<SecrecyReply> say(UnitVisit visit, SecrecyForm form) {
    return mayLook(visit) ? Mono.just(secrecy.say(visit, form, groupServiceAway)) : Mono.empty();
  }

  @Override
  public Mono<ExemptionsPage> exemptions(ConsoleUser user, ExemptionQuery asked) {
    return Mono.fromSupplier(() -> reference.exemptions(user, asked));
  }

  @Override
  public Mono<ReferenceReply<ExemptionsPage>> exempt(
      ConsoleUser user, ExemptionQuery asked, ExemptionForm form) {
    return Mono.justOrEmpty(reference.exempt(user, asked, form));
  }

  @Override
  public Mono<CalendarPage> calendar(ConsoleUser user, int year) {
    return Mono.fromSupplier(() -> reference.calendar(user, year));
  }

  @Override
  public Mono<ReferenceReply<CalendarPage>> change(ConsoleUser user, int year, CalendarForm form) {
    return Mono.justOrEmpty(reference.change(user, year, form));
  }

  @Override
  public Mono<IngestPage> ingest(Scope scope) {
    var sources =
        towns.values().stream()
            .filter(it -> scope.covers(it.code()))
            .map(it ->
                new IngestPage.Source(
                    it.code(),
                    it.name(),
                    it.updatedAt(),
                    it.band() == Band.NO_DATA ? 12L : 0L,
                    it.band() == Band.NO_DATA,
                    it.coverage(),
                    it.band() == Band.NO_DATA,
                    44))
            .toList();
    var topics =
        scope.wholeDistrict()
            ? List.of(
                new IngestPage.Topic("group.events", 12_860, 0L, 0, NOW),
                new IngestPage.Topic("group.activity", 1_052_311, 3L, 1, NOW),
                new IngestPage.Topic("supervision.events", 86, null, 0, null))
            : List.<IngestPage.Topic>of();
    return Mono.just(
        new IngestPage(
            NOW, 2, 0, topics, sources, LocalDate.of(2026, 11, 17), SampleFeeds.of(scope)));
  }

  @Override
  public Mono<LoadPage> load(String town, @Nullable LocalDate asOf) {
    return Mono.justOrEmpty(towns.get(town)).map(known -> SampleLoads.of(known, asOf));
  }

  @Override
  public Mono<TownRow> town(String code) {
    return Mono.justOrEmpty(towns.get(code));
  }

  @Override
  public Flux<String> changes() {
    return changes.asFlux();
  }
}
