package cn.jianfu.report.fact;

import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.messaging.DurableWrites;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.compliance.domain.GroupFact;
import cn.jianfu.report.compliance.domain.PushFact;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.Successions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All facts, in one generation: a rebuild fills the next one while this one answers. */
public final class Facts {

  private final MongoDatabase database;
  private final String generation;
  private final Function<Instant, LocalDate> dayOf;
  private final KnownTowns known;

  /**
   * Facts of a generation.
   *
   * @param generation follows the names of the collections; empty for the first
   * @param dayOf the district's day of a moment
   * @param machine the machine's clock, whatever day it is in the district
   */
  public Facts(
      MongoDatabase database,
      String generation,
      Function<Instant, LocalDate> dayOf,
      InstantSource machine) {
    this.known = new KnownTowns(this, machine);
    this.dayOf = dayOf;
    this.database = database.withWriteConcern(DurableWrites.CONCERN);
    this.generation = generation;
  }

  /** Creates what queries need. */
  public Mono<Void> ensureIndexes() {
    Bson changes = Indexes.ascending("town", GuardedFacts.WRITTEN_AT);
    return index(FactKind.GROUP, changes, Indexes.ascending("into"))
        .then(
            index(
                FactKind.GROUP_MONTH,
                changes,
                Indexes.ascending("group"),
                Indexes.ascending("month")))
        .then(index(FactKind.FINDING, changes))
        .then(index(FactKind.LOAD, changes))
        .then(index(FactKind.PUSH, changes, Indexes.ascending("month")))
        .then(index(FactKind.SELF_CHECK, changes))
        .then(index(FactKind.IMPORT, changes, Indexes.ascending("month")))
        .then(index(FactKind.SECRECY, changes));
  }

  /**
   * Writes what the events say, and answers with the towns that they touch; fails on an event that
   * has not what its type says.
   */
  public Mono<Map<String, TownTold>> apply(List<InboundEvent> events) {
    return write(events, event -> FactChanges.of(event, dayOf), GuardedFacts::write);
  }

  /** The same for a generation that is mostly empty; an event that is not whole is left out. */
  public Mono<Map<String, TownTold>> fill(List<InboundEvent> events) {
    return write(events, event -> FactChanges.ofWhole(event, dayOf), GuardedFacts::writeNew);
  }

  private Mono<Map<String, TownTold>> write(
      List<InboundEvent> events,
      Function<InboundEvent, List<FactChange>> read,
      BiFunction<MongoCollection<Document>, List<FactChange>, Mono<Void>> write) {
    Map<FactKind, List<FactChange>> byKind = new EnumMap<>(FactKind.class);
    Map<String, TownTold> towns = new TreeMap<>();
    for (InboundEvent event : events) {
      for (FactChange change : read.apply(event)) {
        byKind.computeIfAbsent(change.kind(), _ -> new ArrayList<>()).add(change);
        towns.merge(
            Objects.requireNonNull(FactChanges.townOf(event)), TownTold.by(event), TownTold::and);
      }
    }
    return Flux.fromIterable(byKind.entrySet())
        .flatMap(entry -> write.apply(of(entry.getKey()), entry.getValue()))
        .then(Mono.just(towns));
  }

  /** All that is told of a town; of one that was read before only what has changed is read. */
  public Mono<TownRecord> recordOf(String town) {
    return known.of(town);
  }

  /** The same, whatever was read before. */
  public Mono<TownRecord> wholeRecordOf(String town) {
    return known.whole(town);
  }

  public Flux<Detected> findingsOf(String town) {
    return findings(Filters.eq("town", town));
  }

  public Flux<Detected> findings(Bson filter) {
    return Flux.from(of(FactKind.FINDING).find(filter))
        .mapNotNull(fact -> FactReader.finding(fact).orElse(null));
  }

  /** Findings in an order, read as far as they are taken. */
  public Flux<Detected> findings(Bson filter, Bson sort) {
    return Flux.from(of(FactKind.FINDING).find(filter).sort(sort))
        .mapNotNull(fact -> FactReader.finding(fact).orElse(null));
  }

  /** Which findings of register's entries these are, too, since the entries were joined. */
  public Mono<Successions> successions(List<Detected> findings) {
    Set<String> subjects = findings.stream().map(Detected::subjectKey).collect(Collectors.toSet());
    return Flux.from(of(FactKind.GROUP).find(Filters.in("into", subjects)))
        .mapNotNull(fact -> GroupReader.workGroup(fact).orElse(null))
        .collectMap(WorkGroupV1::groupId, it -> Objects.requireNonNull(it.joinedInto()))
        .flatMap(goesOnAs ->
            goesOnAs.isEmpty()
                ? Mono.just(new Successions(Map.of()))
                : former(findings, goesOnAs.keySet())
                    .collectList()
                    .map(former -> Successions.among(findings, former, goesOnAs)));
  }

  /** The register's entries that go on as that group. */
  public Flux<WorkGroupV1> joinedInto(String groupId) {
    return Flux.from(of(FactKind.GROUP).find(Filters.eq("into", groupId)))
        .mapNotNull(fact -> GroupReader.workGroup(fact).orElse(null));
  }

  private Flux<Detected> former(List<Detected> findings, Set<String> entries) {
    Set<String> towns = findings.stream().map(Detected::town).collect(Collectors.toSet());
    return findings(Filters.and(Filters.in("town", towns), Filters.in("groups", entries)));
  }

  public Mono<Detected> finding(String id) {
    return findings(Filters.eq("_id", id)).next();
  }

  /** How many subjects of a town a rule could judge on a day; empty where that was not told. */
  public Mono<Integer> exposure(String town, String rule, LocalDate day) {
    return Mono.from(of(FactKind.LOAD).find(Filters.eq("_id", town + "|town")))
        .mapNotNull(
            fact -> FactReader.loadOn(fact, day).map(it -> it.exposure().get(rule)).orElse(null));
  }

  /** The group as it was published last, with its counters and members. */
  public Mono<PublishedGroup> group(String id) {
    return Mono.zip(
            Mono.from(of(FactKind.GROUP).find(Filters.eq("_id", id))),
            Flux.from(of(FactKind.GROUP_MONTH).find(Filters.eq("group", id))).collectList())
        .mapNotNull(both ->
            GroupReader.workGroup(both.getT1())
                .flatMap(group -> published(group, both.getT1(), both.getT2()))
                .orElse(null));
  }

  private static Optional<PublishedGroup> published(
      WorkGroupV1 group, Document fact, List<Document> months) {
    return GroupReader.group(
            group.groupId(),
            group,
            GroupReader.decisions(fact),
            GroupDays.NONE.with(months.stream().map(GroupReader::month).toList()))
        .map(known -> new PublishedGroup(group, known));
  }

  /** The towns of which anything is known. */
  public Flux<String> towns() {
    return Flux.from(of(FactKind.GROUP).distinct("town", String.class))
        .concatWith(Flux.from(of(FactKind.GROUP_MONTH).distinct("town", String.class)))
        .concatWith(Flux.from(of(FactKind.FINDING).distinct("town", String.class)))
        .distinct();
  }

  /**
   * How many facts of a kind a town has; those that were taken back after a restore, and that
   * nobody told of again, are among them.
   */
  public Mono<Long> count(FactKind kind, String town) {
    return Mono.from(of(kind).countDocuments(Filters.eq("town", town)));
  }

  /**
   * Forgets counters, members, pushes and imports of the months before that one, out of everybody's
   * window, and of findings what they had been seen to be before what they were on its first day.
   */
  public Mono<Void> forgetBefore(YearMonth month) {
    return Flux.just(FactKind.GROUP_MONTH, FactKind.PUSH, FactKind.IMPORT)
        .concatMap(kind -> Mono.from(of(kind).deleteMany(Filters.lt("month", month.toString()))))
        .then(Sightings.forgetBefore(of(FactKind.FINDING), month.atDay(1)))
        .then(Mono.fromRunnable(known::clear));
  }

  /** What the sources of a town pushed since that month, a fact for each source and month. */
  public Flux<PushFact> pushesOf(String town, YearMonth since) {
    return Flux.from(
            of(FactKind.PUSH)
                .find(
                    Filters.and(Filters.eq("town", town), Filters.gte("month", since.toString()))))
        .mapNotNull(fact -> FactReader.pushes(fact).orElse(null));
  }

  /** Throws this generation away. */
  public Mono<Void> drop() {
    return Flux.fromArray(FactKind.values()).concatMap(kind -> Mono.from(of(kind).drop())).then();
  }

  /** The documents of a kind, for queries of their own. */
  public MongoCollection<Document> of(FactKind kind) {
    return database.getCollection(kind.collection() + generation);
  }

  private Mono<Void> index(FactKind kind, Bson... keys) {
    return Mono.from(of(kind).createIndexes(List.of(keys).stream().map(IndexModel::new).toList()))
        .then();
  }

  /** A group as it was published last, and what is known of it by day. */
  public record PublishedGroup(WorkGroupV1 group, GroupFact fact) {}
}
