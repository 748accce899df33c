package cn.jianfu.group.history;

import cn.jianfu.contracts.group.WorkGroupEvent;
import cn.jianfu.messaging.DuplicateKeys;
import cn.jianfu.messaging.inbound.InboundEvent;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The published events of groups, appended as they are heard; a repeat appends nothing. */
final class GroupLog {

  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

  private final MongoCollection<LoggedEvent> documents;

  GroupLog(MongoDatabase database) {
    this.documents = database.getCollection("history", LoggedEvent.class);
  }

  Mono<Void> ensureIndex() {
    return Mono.from(documents.createIndex(Indexes.ascending("groupId"), new IndexOptions()))
        .then();
  }

  Mono<Void> append(List<InboundEvent> heard) {
    List<LoggedEvent> entries = new ArrayList<>();
    for (InboundEvent event : heard) {
      if (event.payload() instanceof WorkGroupEvent payload) {
        entries.add(LoggedEvent.of(event, payload));
      }
    }
    return entries.isEmpty()
        ? Mono.empty()
        : Mono.from(documents.insertMany(entries, UNORDERED))
            .then()
            .onErrorResume(MongoBulkWriteException.class, DuplicateKeys::passed);
  }

  /** In the order in which they happened. */
  Flux<LoggedEvent> of(String groupId) {
    return Flux.from(
            documents.find(Filters.eq("groupId", groupId)).sort(Sorts.ascending("sequence", "at")))
        .distinctUntilChanged(LoggedEvent::sequence);
  }
}
