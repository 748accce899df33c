package cn.jianfu.report.readside;

import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.fact.Facts;
import cn.jianfu.report.fact.TownTold;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** One generation of facts, views and history. */
public record ReadSide(long generation, Facts facts, TownViews views, TownDays days) {

  static ReadSide of(
      MongoDatabase database,
      long generation,
      Function<Instant, LocalDate> dayOf,
      InstantSource machine) {
    String suffix = generation == 0 ? "" : "_" + generation;
    return new ReadSide(
        generation,
        new Facts(database, suffix, dayOf, machine),
        new TownViews(database, suffix, generation),
        new TownDays(database, suffix));
  }

  Mono<Void> ensureIndexes() {
    return facts.ensureIndexes().then(views.ensureIndexes()).then(days.ensureIndexes());
  }

  /** Writes what the events say and marks the towns that they touch, in this order. */
  public Mono<Map<String, TownTold>> apply(List<InboundEvent> events) {
    return facts.apply(events).flatMap(towns -> views.touchedAt(towns).thenReturn(towns));
  }

  /** The same while this generation is made and mostly empty; what is not whole is left out. */
  public Mono<Void> fill(List<InboundEvent> events) {
    return facts.fill(events).flatMap(views::touchedAt);
  }

  Mono<Void> drop() {
    return facts.drop().then(views.drop()).then(days.drop());
  }
}
