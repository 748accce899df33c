package cn.jianfu.group.activity;

import cn.jianfu.group.access.UniqueKeys;
import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.messaging.DurableWrites;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Some of what is to be looked at now. */
  public Mono<List<Note>> due() {
    return Flux.from(notes.find(Filters.or(Filters.eq("fresh", true), old())).limit(AT_ONCE))
        .collectList();
  }

  /** They were looked at, and are again if they may have been written since. */
  public Mono<Void> lookedAt(List<Note> looked) {
    Instant before = now.instant().minus(UNDER_WAY);
    List<String> over = new ArrayList<>();
    List<String> underWay = new ArrayList<>();
    looked.forEach(note -> (note.at().isBefore(before) ? over : underWay).add(note.id()));
    return Mono.from(notes.updateMany(Filters.in("_id", underWay), Updates.set("fresh", false)))
        .then(Mono.from(notes.deleteMany(Filters.in("_id", over))))
        .then();
  }

  private Bson old() {
    return Filters.lt("at", now.instant().minus(UNDER_WAY));
  }
}
