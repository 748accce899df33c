package cn.jianfu.report.fact;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Towns as they were read last: of a town that is asked for again only what was written since that
 * read began is read, for what was written meanwhile may have been written behind it. The store
 * stamps what it writes with its own clock; a write that could be read only {@link #UNDER_WAY}
 * after its stamp may be missed until the town is read whole, as its history does a while after
 * every change.
 */
final class KnownTowns {

  /** Far more than a store takes from stamping a write to showing it. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(2);

  /**
   * A quarter of the heap, because there are two of this while facts are rebuilt. The towns read
   * longest ago go.
   */
  private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 4;

  /**
   * What was written so long ago is under way no more, if the store's clock is not as far behind.
   */
  private static final Duration LONG_AGO = Duration.ofMinutes(2);

  private static final Set<FactKind> KINDS = EnumSet.allOf(FactKind.class);

  private final Facts facts;
  private final InstantSource clock;
  private final long mostBytes;
  private final Map<String, KnownTown> towns = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param clock the machine's, as the stamps of writes are of the store's
   */
  KnownTowns(Facts facts, InstantSource clock) {
    this(facts, clock, MOST_BYTES);
  }

  KnownTowns(Facts facts, InstantSource clock, long mostBytes) {
    this.facts = facts;
    this.clock = clock;
    this.mostBytes = mostBytes;
  }

  /** The town, read as far as it has changed. */
  Mono<TownRecord> of(String town) {
    KnownTown known = known(town);
    Instant through = known == null ? null : known.through();
    if (known == null || through == null) {
      return whole(town);
    }
    Instant begun = known.latest();
    Instant longAgo = longAgo();
    return read(known, Filters.and(Filters.eq("town", town), changedSince(known, through)))
        .then(Mono.fromSupplier(() -> wasRead(known, begun, longAgo)));
  }

  /** What was read through a moment that was long ago as the read began, is read for good. */
  private static TownRecord wasRead(KnownTown town, @Nullable Instant begun, Instant longAgo) {
    town.readThrough(begun);
    if (begun != null && begun.isBefore(longAgo)) {
      town.settledThrough(begun);
    }
    return town.record();
  }

  private Instant longAgo() {
    return clock.instant().minus(LONG_AGO);
  }

  /** The same, read whole. */
  Mono<TownRecord> whole(String town) {
    return latestOf(town)
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(begun -> whole(town, begun.orElse(null)));
  }

  private Mono<TownRecord> whole(String town, @Nullable Instant begun) {
    KnownTown anew = new KnownTown();
    Instant longAgo = longAgo();
    return read(anew, Filters.eq("town", town))
        .then(
            Mono.fromSupplier(() -> {
              TownRecord told = wasRead(anew, begun, longAgo);
              keep(town, anew);
              return told;
            }));
  }

  /** When the latest of what can be read now was written; empty when nothing says so. */
  private Mono<Instant> latestOf(String town) {
    Bson stamped = Filters.and(Filters.eq("town", town), Filters.exists(GuardedFacts.WRITTEN_AT));
    return Flux.fromIterable(KINDS)
        .flatMap(kind ->
            Flux.from(
                    facts
                        .of(kind)
                        .find(stamped)
                        .sort(Sorts.descending(GuardedFacts.WRITTEN_AT))
                        .projection(Projections.include(GuardedFacts.WRITTEN_AT))
                        .limit(1))
                .map(latest -> latest.getDate(GuardedFacts.WRITTEN_AT).toInstant()))
        .reduce((one, other) -> one.isAfter(other) ? one : other);
  }

  /** What comes each morning comes at once: it is not to be fetched at every look of the day. */
  private static Bson changedSince(KnownTown known, Instant through) {
    return known.isSettled(through)
        ? Filters.gt(GuardedFacts.WRITTEN_AT, through)
        : Filters.gte(GuardedFacts.WRITTEN_AT, through.minus(UNDER_WAY));
  }

  private Mono<Void> read(KnownTown into, Bson filter) {
    return Flux.fromIterable(KINDS)
        .flatMap(kind -> fetch(kind, filter))
        .filter(into::isNews)
        .collectList()
        .doOnNext(into::take)
        .then();
  }

  private Flux<Fetched> fetch(FactKind kind, Bson filter) {
    return Flux.from(facts.of(kind).withDocumentClass(RawBsonDocument.class).find(filter))
        .map(raw -> Fetched.of(kind, raw));
  }

  private synchronized @Nullable KnownTown known(String town) {
    return towns.get(town);
  }

  private synchronized void keep(String town, KnownTown groups) {
    towns.put(town, groups);
    long bytes = towns.values().stream().mapToLong(KnownTown::bytes).sum();
    Iterator<KnownTown> longestAgo = towns.values().iterator();
    while (bytes > mostBytes && longestAgo.hasNext()) {
      bytes -= longestAgo.next().bytes();
      longestAgo.remove();
    }
  }

  /** Months were forgotten: everything is read anew. */
  synchronized void clear() {
    towns.clear();
  }
}
