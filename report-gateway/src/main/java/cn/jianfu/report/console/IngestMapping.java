package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.ingest.IngestStatus;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Makes the intake page from what the gateway counts. */
final class IngestMapping {

  private IngestMapping() {}

  static IngestPage page(
      IngestStatus status, DistrictClock clock, @Nullable Marks marks, Names names) {
    return new IngestPage(
        status.asOf(),
        status.skipped(),
        status.undecodable(),
        status.topics().stream().map(IngestMapping::topic).toList(),
        status.towns().stream().map(town -> source(town, clock, marks)).toList(),
        status.towns().stream().map(IngestStatus.TownStatus::pushedSince).findFirst().orElse(null),
        status.towns().stream()
            .flatMap(town -> town.sources().stream().map(it -> feed(town, it, names)))
            .toList());
  }

  private static IngestPage.Feed feed(
      IngestStatus.TownStatus town, IngestStatus.SourceStatus it, Names names) {
    return new IngestPage.Feed(
        new Words(town.name(), town.nameEn()),
        town.code(),
        names.unit(it.unit()),
        it.source(),
        it.silent(),
        it.lastAt(),
        it.accepted(),
        it.unchanged(),
        it.declined(),
        Lag.ofMinutes(it.lagMinutes()),
        it.reasons().stream().map(IngestMapping::reason).toList());
  }

  private static IngestPage.Reason reason(IngestStatus.DeclinedStatus why) {
    return new IngestPage.Reason(
        why.events(),
        new Words(why.reasonZh(), why.reasonEn()),
        why.latest().stream()
            .map(it -> new IngestPage.DeclinedEvent(it.id(), it.type(), it.group(), it.at()))
            .toList());
  }

  private static IngestPage.Topic topic(IngestStatus.TopicStatus topic) {
    return new IngestPage.Topic(
        topic.topic(), topic.events(), topic.lag(), topic.deadLetters(), topic.lastEventAt());
  }

  private static IngestPage.Source source(
      IngestStatus.TownStatus town, DistrictClock clock, @Nullable Marks marks) {
    var last = town.lastEventAt();
    Long silent = last == null ? null : ChronoUnit.DAYS.between(clock.dayOf(last), clock.today());
    Double coverage = OverviewMapping.number(town.coverage());
    return new IngestPage.Source(
        town.code(),
        new Words(town.name(), town.nameEn()),
        last,
        silent,
        marks != null && silent != null && silent >= marks.freshDays(),
        coverage,
        marks != null && coverage != null && coverage < marks.coverage(),
        town.groups());
  }
}
