package cn.jianfu.report.console;

import static cn.jianfu.report.console.InboxSamples.TODAY;
import static cn.jianfu.report.console.InboxSamples.contested;
import static cn.jianfu.report.console.InboxSamples.decided;
import static cn.jianfu.report.console.InboxSamples.ending;
import static cn.jianfu.report.console.InboxSamples.finding;
import static cn.jianfu.report.console.InboxSamples.found;

import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.ingest.IngestStatus.SourceStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What people of the sample district have to do. */
final class SampleInbox implements InboxSource {

  private final SampleDistrict district;

  /** Whether there is nothing to do, for anybody. */
  volatile boolean idle;

  SampleInbox(SampleDistrict district) {
    this.district = district;
  }

  @Override
  public Mono<InboxPage> inbox(UnitVisit visit) {
    var user = visit.user();
    boolean all = user.scope().wholeDistrict();
    var names =
        idle
            ? InboxSamples.names(
                List.of(),
                List.of(InboxSamples.round(TODAY.plusDays(12), TODAY.plusDays(30), null)))
            : InboxSamples.names(
                List.of(InboxSamples.exemption("flood", TODAY.plusDays(7))),
                List.of(InboxSamples.round(TODAY.minusDays(22), TODAY.plusDays(7), null)));
    return Mono.fromSupplier(() ->
        InboxMapping.page(
            new InboxFacts(
                names,
                all ? InboxSamples.DISTRICT : unitOf(user),
                all ? null : idle ? InboxSamples.groups() : office(visit),
                all && user.mayJudge() ? judging() : null,
                all ? watch(user) : null)));
  }

  private static String unitOf(ConsoleUser user) {
    return user.ownUnitOnly() ? user.unit() : SampleDistrict.XINDIAN;
  }

  private InboxFacts.Office office(UnitVisit visit) {
    return visit.user().ownUnitOnly() ? village() : town(visit);
  }

  private static InboxFacts.Office village() {
    return new InboxFacts.Office(
        false,
        List.of(
            found("洪厝村防汛群", GroupState.ACTIVE, null, 1),
            ending("洪厝村征兵宣传群", "TEMPORARY", TODAY.plusDays(2))),
        List.of(finding("洪厝村防汛群", ShownState.CONFIRMED)),
        null,
        null,
        List.of());
  }

  private InboxFacts.Office town(UnitVisit visit) {
    return new InboxFacts.Office(
        true,
        groups(),
        List.of(
            finding("<i>防汛应急工作群</i>", ShownState.CONFIRMED),
            finding("党建信息报送群 / 党建工作联络群", ShownState.CONFIRMED),
            contested("文明城市迎检群", ShownState.DISMISSED, TODAY.minusDays(2))),
        selfCheck(visit),
        district.secrecy.page(visit, district.groupServiceAway),
        List.of(
            new SourceStatus(
                "/towns/350213101000/oa", InboxSamples.OFFICE, null, 120, 0, 3, null, List.of())));
  }

  private static List<RegisterRow> groups() {
    return List.of(
        decided("宅基地摸排群", "DISSOLVE", TODAY.minusDays(3)),
        decided("新店镇农村人居环境整治暨乡村振兴示范村创建工作联络协调（临时）群", "MERGE", TODAY.minusDays(1)),
        decided("文明城市迎检群", "DISSOLVE", TODAY),
        decided("安全生产月报群", "STANDARDISE", TODAY.plusDays(1)),
        decided("疫苗接种统计群", "DISSOLVE", TODAY.plusDays(4)),
        decided("秸秆禁烧值班群", "DISSOLVE", TODAY.plusDays(9)),
        found("党建信息报送群", GroupState.ACTIVE, null, 3),
        found("人居环境整治日报群", GroupState.WARNED, null, 1),
        ending("第七次台风防御群", "TEMPORARY", TODAY.minusDays(6)),
        ending("征兵体检工作群", "STAGE", TODAY.plusDays(10)));
  }

  private SelfCheckPage selfCheck(UnitVisit visit) {
    var page = district.selfChecks.page(visit);
    return district.groupServiceAway
        ? new SelfCheckPage(
            page.unit(),
            page.unitName(),
            page.town(),
            page.townName(),
            page.round(),
            page.mayAnswer(),
            page.today(),
            List.of(),
            List.of(new SelfCheckPage.Missing(page.unitName(), "AWAY", null)),
            null)
        : page;
  }

  private InboxFacts.@Nullable Judging judging() {
    return idle
        ? null
        : new InboxFacts.Judging(
            queue(42, finding("宅基地摸排群", ShownState.SUSPECTED)),
            queue(1, finding("防汛应急工作群", ShownState.REOPENED)),
            queue(1, contested("党建信息报送群", ShownState.SUSPECTED, null)));
  }

  private static InboxFacts.Queue queue(long count, FindingView... first) {
    return new InboxFacts.Queue(count, List.of(first));
  }

  private InboxFacts.Watch watch(ConsoleUser user) {
    return idle
        ? InboxFacts.Watch.of(List.of(), false)
        : InboxFacts.Watch.of(List.copyOf(district.towns.values()), user.administers());
  }
}
