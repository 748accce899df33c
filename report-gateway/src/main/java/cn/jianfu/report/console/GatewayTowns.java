package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.compliance.TownHistory;
import cn.jianfu.report.compliance.TownSheet;
import cn.jianfu.report.compliance.domain.TownCompliance;
import cn.jianfu.report.finding.FindingDesk;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.MergePlans;
import cn.jianfu.report.group.MergesTold;
import cn.jianfu.report.metric.MetricCatalogue;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.scope.UnitScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The pages of one town: how it stands, its groups, its people's load, what could be merged. */
final class GatewayTowns {

  private final TownCompliances towns;
  private final TownHistory history;
  private final FindingDesk desk;
  private final MetricCatalogue catalogue;
  private final MergePlans merges;
  private final Reference reference;
  private final DistrictClock clock;

  GatewayTowns(
      TownCompliances towns,
      TownHistory history,
      FindingDesk desk,
      MetricCatalogue catalogue,
      MergePlans merges,
      Reference reference,
      DistrictClock clock) {
    this.towns = towns;
    this.history = history;
    this.desk = desk;
    this.catalogue = catalogue;
    this.merges = merges;
    this.reference = reference;
    this.clock = clock;
  }

  /** A day that has not come yet is today. */
  Mono<TownPage> townPage(String code, @Nullable LocalDate asOf) {
    var day = notAfter(clock.today(), asOf);
    return isPlace(code)
        .flatMap(known -> towns.sheet(code, day))
        .flatMap(sheet ->
            Mono.zip(
                    desk.open(within(code), code, sheet.open(), day),
                    history.kept(sheet.town().compliance()))
                .map(both -> page(sheet, both.getT1(), both.getT2())));
  }

  Mono<TownPage> townShown(String code, LocalDate day) {
    return isPlace(code)
        .flatMap(known -> history.shownOn(code, day))
        .map(shown -> page(shown.town(), List.of(), null, ClosingMapping.then(shown), true));
  }

  private TownPage page(TownSheet sheet, List<FindingView> open, TownHistory.Kept kept) {
    return page(
        sheet.town(),
        open,
        new TownMapping.Undone(sheet.withdrawals(), sheet.corrected()),
        new ClosingMapping(catalogue).known(kept),
        kept.countersKept());
  }

  private TownPage page(
      cn.jianfu.report.compliance.TownPage town,
      List<FindingView> open,
      TownMapping.@Nullable Undone undone,
      @Nullable ClosedDay closed,
      boolean countersKept) {
    return new TownMapping(names(), catalogue)
        .page(town, open, undone, clock.today(), marksOf(town.compliance()), closed, countersKept);
  }

  /** Of the rule set that it was judged by, which need not be the one in force for the day now. */
  private @Nullable Marks marksOf(TownCompliance compliance) {
    return reference.current().ruleSets().versions().stream()
        .filter(rules -> rules.key().equals(compliance.ruleSet()))
        .findFirst()
        .map(Marks::of)
        .orElse(null);
  }

  @Nullable Marks marksOn(LocalDate day) {
    return reference.current().ruleSets().inForceOn(day).map(Marks::of).orElse(null);
  }

  Mono<GroupList> groups(String town, GroupQuery asked) {
    return isPlace(town)
        .flatMap(known -> towns.sheet(town, notAfter(clock.today(), asked.asOf())))
        .map(sheet -> TownMapping.groups(town, sheet.groups(), asked, names()));
  }

  Mono<LoadPage> load(String town, @Nullable LocalDate asOf) {
    return isPlace(town)
        .flatMap(known -> towns.load(town, notAfter(clock.today(), asOf)))
        .map(load -> LoadMapping.page(load, clock.today()));
  }

  Mono<ClusterPage> clusters(ClusterQuery asked, @Nullable String token, Locale language) {
    return isPlace(asked.town())
        .flatMap(town ->
            Mono.zip(
                merges(asked, token, language),
                towns.groups(asked.town(), null),
                desk.openIn(within(asked.town()), asked.town(), null)))
        .map(known ->
            ClusterMapping.page(
                known.getT1(),
                new ClusterMapping.Known(asked, known.getT2(), known.getT3(), names())));
  }

  private Mono<MergesTold> merges(ClusterQuery asked, @Nullable String token, Locale language) {
    if (token == null) {
      return Mono.just(new MergesTold.Nothing(Degraded.NOT_ASKED));
    }
    return asked.tries()
        ? merges.tryOut(asked.target(), asked.groups(), token, language)
        : merges.proposed(asked.town(), token, language);
  }

  private static @Nullable LocalDate notAfter(LocalDate today, @Nullable LocalDate asOf) {
    return asOf == null || asOf.isAfter(today) ? null : asOf;
  }

  private Mono<OrgUnit> isPlace(String code) {
    return Mono.justOrEmpty(reference.current().units().place(code));
  }

  private Names names() {
    return new Names(reference.current(), clock.today());
  }

  private UnitScope within(String unit) {
    return new UnitScope(unit, reference.current().units());
  }
}
