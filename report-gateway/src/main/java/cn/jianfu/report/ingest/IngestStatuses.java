package cn.jianfu.report.ingest;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.compliance.TownSummary;
import cn.jianfu.report.fact.FactKind;
import cn.jianfu.report.ingest.IngestStatus.SourceStatus;
import cn.jianfu.report.ingest.IngestStatus.TopicStatus;
import cn.jianfu.report.ingest.IngestStatus.TownStatus;
import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.report.scope.UnitScope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What arrives from the towns of a scope. */
public final class IngestStatuses {

  /** Three questions for each town, which in turn would keep a province waiting. */
  private static final int TOWNS_AT_ONCE = 8;

  private final TopicStatuses topics;
  private final TownCompliances towns;
  private final ReadSides readSides;
  private final PushSources sources;
  private final MeterRegistry meters;
  private final DistrictClock clock;

  IngestStatuses(
      TopicStatuses topics,
      TownCompliances towns,
      ReadSides readSides,
      PushSources sources,
      MeterRegistry meters,
      DistrictClock clock) {
    this.topics = topics;
    this.towns = towns;
    this.readSides = readSides;
    this.sources = sources;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * The present state.
   *
   * @param withTopics whether the caller may see the platform, not only its towns
   */
  public Mono<IngestStatus> now(UnitScope scope, boolean withTopics) {
    Mono<List<TopicStatus>> platform = withTopics ? topics.now() : Mono.just(List.of());
    return Mono.zip(platform, towns(scope))
        .map(both ->
            new IngestStatus(
                clock.now(),
                withTopics ? counted("skipped") : 0,
                withTopics ? counted("undecodable") : 0,
                both.getT1(),
                both.getT2()));
  }

  /** What became of the events that the sources of a town pushed since a day, that one included. */
  public Mono<List<SourceStatus>> pushed(String town, LocalDate since) {
    return sources.of(readSides.active(), town, since);
  }

  private Mono<List<TownStatus>> towns(UnitScope scope) {
    return lastEvents()
        .flatMapMany(last ->
            towns
                .everybody(scope)
                .flatMapSequential(town -> status(town, last.get(town.code())), TOWNS_AT_ONCE))
        .collectList();
  }

  private Mono<Map<String, Instant>> lastEvents() {
    return readSides
        .active()
        .views()
        .lastEvents()
        .filter(view -> wasTold(view.getDate("lastEventAt")))
        .collectMap(view -> view.getString("_id"), view -> at(view.getDate("lastEventAt")));
  }

  private static boolean wasTold(@Nullable Date at) {
    return at != null && at.toInstant().isAfter(Instant.EPOCH);
  }

  private static Instant at(Date date) {
    return date.toInstant();
  }

  private Mono<TownStatus> status(TownSummary town, @Nullable Instant lastEventAt) {
    ReadSide side = readSides.active();
    return Mono.zip(
            side.facts().count(FactKind.GROUP, town.code()),
            side.facts().count(FactKind.FINDING, town.code()),
            sources.of(side, town.code()))
        .map(counts ->
            new TownStatus(
                town.code(),
                town.name(),
                town.nameEn(),
                lastEventAt,
                town.row().coverage(),
                counts.getT1(),
                counts.getT2(),
                sources.since(),
                counts.getT3()))
        .filter(told -> !town.departments() || told.groups() > 0 || !told.sources().isEmpty());
  }

  private long counted(String outcome) {
    return (long)
        meters.find("jianfu.inbound.events").tag("outcome", outcome).counters().stream()
            .mapToDouble(Counter::count)
            .sum();
  }
}
