package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.compliance.TownSummary;
import cn.jianfu.report.finding.FindingDesk;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.group.GroupDrillDown;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.scope.UnitScope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Findings one by one, from the desk where they are kept and the facts of their groups. */
@Component
class GatewayFindingPages implements FindingPages {

  /** More are counted in the evidence. */
  private static final int MOST_GROUPS = 50;

  private final FindingDesk desk;
  private final GroupDrillDown groups;
  private final TownCompliances towns;
  private final Reference reference;
  private final DistrictClock clock;

  GatewayFindingPages(
      FindingDesk desk,
      GroupDrillDown groups,
      TownCompliances towns,
      Reference reference,
      DistrictClock clock) {
    this.desk = desk;
    this.groups = groups;
    this.towns = towns;
    this.reference = reference;
    this.clock = clock;
  }

  @Override
  public Mono<FindingPage> finding(ConsoleUser user, String id, @Nullable LocalDate asOf) {
    LocalDate today = clock.today();
    LocalDate day = asOf == null || asOf.isAfter(today) ? today : asOf;
    UnitScope scope = new Names(reference.current(), today).reach(user.scope());
    return desk.findAmongOthers(scope, id, day)
        .flatMap(found -> version(found).flatMap(version -> page(scope, found, version, today)));
  }

  /** Read before the groups are: what comes later is news. */
  private Mono<Long> version(FindingView finding) {
    return towns.summary(finding.town()).map(TownSummary::version).defaultIfEmpty(0L);
  }

  private Mono<FindingPage> page(
      UnitScope scope, FindingView finding, long version, LocalDate today) {
    var names = new Names(reference.current(), finding.asOf());
    var ids = finding.groups().stream().limit(MOST_GROUPS).toList();
    return groups
        .published(scope, ids)
        .collectList()
        .map(known -> new FindingPageMapping(names, today).page(finding, known, version));
  }
}
