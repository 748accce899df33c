package cn.jianfu.group.detection;

import cn.jianfu.group.access.UniqueKeys;
import cn.jianfu.group.detection.domain.OverlapIndex;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the last scan of all groups left in this process, to judge a changed group by. It is good
 * for its day, for as long as no other instance has scanned, which a document in the store tells,
 * and while nothing that a unit said of itself waits to be looked at.
 */
final class LastScan {

  private static final String ID = "detection-last";
  private static final String TURN = "turn";

  private final MongoCollection<Document> documents;
  private final CheckMarks marks;
  private final UniqueKeys keys;
  private volatile @Nullable Memory memory;

  LastScan(MongoDatabase database, CheckMarks marks, UniqueKeys keys) {
    this.documents = database.getCollection("jianfu_jobs");
    this.marks = marks;
    this.keys = keys;
  }

  /**
   * What a scan knew.
   *
   * @param overlaps who is in which live group; brought up to date with every group that is looked
   *     at, by one thread at a time, because whoever looks has the lease
   */
  record Memory(
      String turn, LocalDate day, String ruleSet, ToldByUnits told, OverlapIndex overlaps) {}

  /** Notes that a scan of all begins: from now on nobody's memory is good, and ours makes room. */
  Mono<String> begun() {
    return Mono.defer(() -> {
      memory = null;
      String turn = keys.next();
      return Mono.from(
              documents.updateOne(
                  Filters.eq("_id", ID), Updates.set(TURN, turn), new UpdateOptions().upsert(true)))
          .thenReturn(turn);
    });
  }

  void ended(Memory left) {
    memory = left;
  }

  /** What can be built on, on that day; empty when only a scan of all can tell. */
  Mono<Memory> memoryOf(LocalDate day) {
    return Mono.defer(() -> {
      Memory known = memory;
      return known == null || !known.day().equals(day)
          ? Mono.empty()
          : Mono.from(documents.find(Filters.eq("_id", ID)))
              .filter(last -> known.turn().equals(last.getString(TURN)))
              .filterWhen(_ -> marks.unitsWait().map(waiting -> !waiting))
              .map(_ -> known);
    });
  }
}
