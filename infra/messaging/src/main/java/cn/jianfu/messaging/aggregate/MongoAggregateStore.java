package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.DurableWrites;
import cn.jianfu.messaging.Pages;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps each aggregate as one document that one update changes, journaled before it answers. */
public final class MongoAggregateStore<S> implements AggregateStore<S> {

  private static final Bson STATE_ONLY =
      Projections.include(Fields.VERSION, Fields.LAST_SEQ, Fields.STATE);

  private final MongoCollection<RawBsonDocument> documents;
  private final DocumentReader<S> reader;
  private final Documents<S> all;
  private final Outbox outbox;
  private final ChainWriter<S> writer;
  private final BatchWriter<S> batches;

  /** Aggregates of this collection, published by this relay. */
  public <P> MongoAggregateStore(
      MongoDatabase database,
      String collection,
      StateMapping<S, P> mapping,
      AggregateSettings settings,
      OutboxRelay relay) {
    MongoCollection<BsonDocument> writes =
        database
            .getCollection(collection, BsonDocument.class)
            .withWriteConcern(DurableWrites.CONCERN);
    StateCodec<S, P> states = new StateCodec<>(mapping, database.getCodecRegistry());
    this.documents = writes.withDocumentClass(RawBsonDocument.class);
    this.reader = new DocumentReader<>(states);
    this.outbox = relay.outboxOf(writes);
    this.all = new Documents<>(documents, reader);
    this.writer =
        new ChainWriter<>(writes, all, new Writes<>(states, settings.seen()), outbox, settings);
    this.batches = new BatchWriter<>(writes, all, writer);
  }

  /** Creates the index of the relay's sweep and those that the service queries by. */
  public Mono<Void> ensureIndexes(List<IndexModel> more) {
    List<IndexModel> indexes = new ArrayList<>(more);
    indexes.add(new IndexModel(Indexes.ascending(Fields.OUTBOX_AT)));
    return Flux.from(documents.createIndexes(indexes)).then();
  }

  @Override
  public Mono<Stored<S>> find(String id) {
    return Mono.from(documents.find(Filters.eq(Fields.ID, id)).projection(STATE_ONLY))
        .map(this::stored);
  }

  @Override
  public Flux<Stored<S>> findAll(List<String> ids) {
    return Pages.of(ids, page -> documents.find(Filters.in(Fields.ID, page)).projection(STATE_ONLY))
        .map(this::stored);
  }

  @Override
  public Flux<Stored<S>> query(Bson filter, Bson sort, int limit) {
    FindPublisher<RawBsonDocument> found = documents.find(filter).sort(sort).limit(limit);
    return Flux.from(found.projection(STATE_ONLY)).map(this::stored);
  }

  @Override
  public <D> Mono<Outcome<S, D>> execute(Command<S, D> command) {
    return writer.execute(command.id(), List.of(command)).map(List::getFirst);
  }

  @Override
  public <D> Mono<Outcome<S, D>> rehearse(Command<S, D> command) {
    return writer.rehearse(command);
  }

  @Override
  public <D> Mono<List<Outcome<S, D>>> executeAll(List<Command<S, D>> commands) {
    return commands.isEmpty() ? Mono.just(List.of()) : batches.execute(commands);
  }

  @Override
  public <D> Mono<List<Outcome<S, D>>> createAll(List<Command<S, D>> commands) {
    return commands.isEmpty() ? Mono.just(List.of()) : batches.create(commands);
  }

  Documents<S> documents() {
    return all;
  }

  Outbox outbox() {
    return outbox;
  }

  private Stored<S> stored(RawBsonDocument document) {
    return reader.read(document).stored();
  }
}
