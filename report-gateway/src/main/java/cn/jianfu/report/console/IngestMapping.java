package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.ingest.IngestStatus;
import java.time.temporal.ChronoUnit;

/** Makes the intake page from what the gateway counts. */
final class IngestMapping {

  private IngestMapping() {}

  static IngestPage page(IngestStatus status, DistrictClock clock) {
    return new IngestPage(
        status.asOf(),
        status.skipped(),
        status.undecodable(),
        status.topics().stream().map(IngestMapping::topic).toList(),
        status.towns().stream().map(town -> source(town, clock)).toList());
  }

  private static IngestPage.Topic topic(IngestStatus.TopicStatus topic) {
    return new IngestPage.Topic(
        topic.topic(), topic.events(), topic.lag(), topic.deadLetters(), topic.lastEventAt());
  }

  private static IngestPage.Source source(IngestStatus.TownStatus town, DistrictClock clock) {
    var last = town.lastEventAt();
    return new IngestPage.Source(
        town.code(),
        new Words(town.name(), town.nameEn()),
        last,
        last == null ? null : ChronoUnit.DAYS.between(clock.dayOf(last), clock.today()),
        OverviewMapping.number(town.coverage()),
        town.groups());
  }
}
