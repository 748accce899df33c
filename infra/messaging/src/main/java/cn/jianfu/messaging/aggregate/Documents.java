package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.Pages;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.types.ObjectId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads whole documents, as the decisions need them. */
final class Documents<S> {

  private final MongoCollection<RawBsonDocument> documents;
  private final DocumentReader<S> reader;

  Documents(MongoCollection<RawBsonDocument> documents, DocumentReader<S> reader) {
    this.documents = documents;
    this.reader = reader;
  }

  Mono<Optional<AggregateDocument<S>>> load(String id) {
    return Mono.from(documents.find(Filters.eq(Fields.ID, id)))
        .map(found -> Optional.of(reader.read(found)))
        .defaultIfEmpty(Optional.empty());
  }

  Mono<Map<String, AggregateDocument<S>>> load(Collection<String> ids) {
    return Pages.of(
            ids, page -> documents.find(Filters.in(Fields.ID, page)).batchSize(page.size() + 1))
        .map(reader::read)
        .collectMap(AggregateDocument::id);
  }

  /** A page of ids, in their order. */
  Mono<List<String>> idsAfter(String id, int most) {
    return Flux.from(
            documents
                .find(Filters.gt(Fields.ID, id))
                .sort(Sorts.ascending(Fields.ID))
                .projection(Projections.include(Fields.ID))
                .limit(most))
        .map(Documents::id)
        .collectList();
  }

  /** The last sequence of each of these aggregates that is there. */
  Mono<Map<String, Long>> lastSequences(Collection<String> ids) {
    return Pages.of(
            ids,
            page ->
                documents
                    .find(Filters.in(Fields.ID, page))
                    .projection(Projections.include(Fields.LAST_SEQ)))
        .collectMap(Documents::id, found -> found.getNumber(Fields.LAST_SEQ).longValue());
  }

  /** Which of these aggregates carry this write. */
  Mono<Set<String>> carrying(ObjectId write, Collection<String> ids) {
    return Pages.of(
            ids,
            page ->
                documents
                    .find(Filters.and(Filters.in(Fields.ID, page), Filters.eq("seen.write", write)))
                    .projection(Projections.include(Fields.ID)))
        .map(Documents::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String id(BsonDocument document) {
    return document.getString(Fields.ID).getValue();
  }
}
