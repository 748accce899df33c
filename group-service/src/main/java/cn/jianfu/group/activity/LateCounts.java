package cn.jianfu.group.activity;

import cn.jianfu.group.access.UniqueKeys;
import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.messaging.DurableWrites;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notes that counters of days long gone by are being written, before they are, so that whoever
 * judges those days hears of it whatever is killed in between. A note is looked at at once, because
 * it mostly is written by then, and again when whatever was under way is over.
 */
public final class LateCounts {

  /** Days that are not older are looked at by every scan. */
  private static final int OLD_DAYS = 7;

  /** Longer than any write goes on that had noted it. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(2);

  private static final int AT_ONCE = 100;

  private final MongoCollection<Note> notes;
  private final UniqueKeys keys;
  private final InstantSource now;

  LateCounts(MongoDatabase database, UniqueKeys keys, InstantSource now) {
    this.notes =
        database.getCollection("late-counts", Note.class).withWriteConcern(DurableWrites.CONCERN);
    this.keys = keys;
    this.now = now;
  }

  /**
   * Counters of days long gone by that were written together.
   *
   * @param at by this process's clock, before they were written
   * @param fresh whether nobody has looked at it yet
   */
  public record Note(@BsonId String id, Instant at, boolean fresh, List<OfGroup> groups) {}

  /** The first and the last such day of a group. */
  public record OfGroup(String group, LocalDate first, LocalDate last) {

    OfGroup with(LocalDate day) {
      return new OfGroup(group, day.isBefore(first) ? day : first, day.isAfter(last) ? day : last);
    }
  }

  /** Notes those of the reports that are late; most come the next morning, and cost nothing. */
  Mono<Void> note(Collection<ActivityReport> reports, LocalDate today) {
    Map<String, OfGroup> late = new HashMap<>();
    for (ActivityReport report : reports) {
      ActivityDay day = report.day();
      if (day.date().isBefore(today.minusDays(OLD_DAYS))) {
        late.merge(
            day.groupId(),
            new OfGroup(day.groupId(), day.date(), day.date()),
            (known, more) -> known.with(more.first()));
      }
    }
    return late.isEmpty()
        ? Mono.empty()
        : Mono.from(
                notes.insertOne(
                    new Note(keys.next(), now.instant(), true, List.copyOf(late.values()))))
            .then();
  }

  /** For how long the first of them could have been looked at; empty when there is nothing now. */
  public Mono<Duration> waiting() {
    Instant settled = settled();
    return Flux.from(
            notes
                .find(due(settled), Document.class)
                .sort(Sorts.ascending("at"))
                .projection(Projections.include("at", "fresh"))
                .limit(1))
        .next()
        .map(first ->
            Duration.between(
                first.getDate("at").toInstant(),
                first.getBoolean("fresh", false) ? now.instant() : settled));
  }

  /** Some of what is to be looked at now, the longest waiting first. */
  public Mono<Due> due() {
    Instant settled = settled();
    return Flux.from(notes.find(due(settled)).sort(Sorts.ascending("at")).limit(AT_ONCE))
        .collectList()
        .map(some -> new Due(settled, some));
  }

  private Instant settled() {
    return now.instant().minus(UNDER_WAY);
  }

  private static Bson due(Instant settled) {
    return Filters.or(Filters.eq("fresh", true), Filters.lt("at", settled));
  }

  /**
   * Notes that are to be looked at.
   *
   * @param settled of notes from before, everything was written when they were read
   */
  public record Due(Instant settled, List<Note> notes) {}

  /**
   * They were looked at, and are again if they may have been written since, or if it failed.
   *
   * @param left groups that could not be looked at
   * @param history groups of which no counters can tell anything
   */
  public Mono<Void> lookedAt(Due looked, Set<String> left, Set<String> history) {
    return Flux.fromIterable(looked.notes())
        .concatMap(note -> lookedAt(note, looked.settled(), left, history))
        .then();
  }

  private Mono<Void> lookedAt(Note note, Instant settled, Set<String> left, Set<String> history) {
    boolean isSettled = note.at().isBefore(settled);
    List<OfGroup> again =
        note.groups().stream()
            .filter(
                of -> left.contains(of.group()) || (!isSettled && !history.contains(of.group())))
            .toList();
    if (again.isEmpty()) {
      return Mono.from(notes.deleteOne(Filters.eq("_id", note.id()))).then();
    }
    // What fails goes behind what has not been tried.
    Instant at = isSettled ? settled() : note.at();
    return Mono.from(
            notes.replaceOne(Filters.eq("_id", note.id()), new Note(note.id(), at, false, again)))
        .then();
  }
}
