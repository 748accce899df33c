package cn.jianfu.group.detection;

import cn.jianfu.group.access.UniqueKeys;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The scans that somebody asked for, one document each. */
public final class ScanLog {

  private final MongoCollection<Entry> documents;
  private final InstantSource clock;
  private final UniqueKeys keys;

  ScanLog(MongoDatabase database, InstantSource clock, UniqueKeys keys) {
    this.documents = database.getCollection("scans", Entry.class);
    this.clock = clock;
    this.keys = keys;
  }

  Mono<Entry> add(ScanResult it) {
    Entry entry =
        new Entry(
            keys.next(),
            clock.instant(),
            it.day(),
            it.ruleSet(),
            it.groups(),
            it.raised(),
            it.changed(),
            it.cleared(),
            it.unjudged());
    return Mono.from(documents.insertOne(entry)).thenReturn(entry);
  }

  Mono<Entry> find(String id) {
    return Mono.from(documents.find(Filters.eq("_id", id)));
  }

  /**
   * A scan and what it came to; public because the codec reads it.
   *
   * @param unjudged rules that are on and lack a number; not known of scans of before
   */
  public record Entry(
      @BsonId String id,
      Instant endedAt,
      LocalDate day,
      @Nullable String ruleSet,
      int groups,
      int raised,
      int changed,
      int cleared,
      @Nullable List<String> unjudged) {}
}
