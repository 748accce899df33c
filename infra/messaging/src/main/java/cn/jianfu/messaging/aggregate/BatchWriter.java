package cn.jianfu.messaging.aggregate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes the commands to many aggregates in bulk; who lost to another writer goes again alone. */
final class BatchWriter<S> {

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  /** Losers are few; more at once would only wait for connections. */
  private static final int LOSERS_AT_ONCE = 16;

  private final MongoCollection<BsonDocument> collection;
  private final Documents<S> documents;
  private final ChainWriter<S> single;

  BatchWriter(
      MongoCollection<BsonDocument> collection, Documents<S> documents, ChainWriter<S> single) {
    this.collection = collection;
    this.documents = documents;
    this.single = single;
  }

  <D> Mono<List<Outcome<S, D>>> execute(List<Command<S, D>> commands) {
    return Mono.defer(() -> execute(new Batch<>(commands)));
  }

  <D> Mono<List<Outcome<S, D>>> create(List<Command<S, D>> commands) {
    return Mono.defer(() -> create(new Batch<>(commands)));
  }

  /** Inserts them unread; what is there already, or was not changed, is read and decided again. */
  private <D> Mono<List<Outcome<S, D>>> create(Batch<S, D> batch) {
    return Mono.deferContextual(
            view -> write(batch, Map.of(), ChainWriter.trace(view), batch::lost).thenReturn(true))
        .defaultIfEmpty(true)
        .flatMap(_ -> batch.lost().isEmpty() ? Mono.just(batch.outcomes()) : readFirst(batch));
  }

  private <D> Mono<List<Outcome<S, D>>> readFirst(Batch<S, D> batch) {
    List<String> there = batch.lost();
    Batch<S, D> rest =
        new Batch<>(there.stream().flatMap(id -> batch.commands(id).stream()).toList());
    return execute(rest)
        .map(_ -> {
          there.forEach(id -> batch.decided(id, rest.outcomes(id)));
          return batch.outcomes();
        });
  }

  private <D> Mono<List<Outcome<S, D>>> execute(Batch<S, D> batch) {
    return Mono.deferContextual(view ->
            documents
                .load(batch.ids())
                .flatMap(found -> write(batch, found, ChainWriter.trace(view), _ -> {})))
        .thenMany(Flux.defer(() -> Flux.fromIterable(batch.lost())))
        .flatMap(id -> again(batch, id), LOSERS_AT_ONCE)
        .then(Mono.fromSupplier(batch::outcomes));
  }

  private <D> Mono<Void> again(Batch<S, D> batch, String id) {
    return single
        .execute(id, batch.commands(id))
        .doOnNext(outcomes -> batch.decided(id, outcomes))
        .then();
  }

  private <D> Mono<Void> write(
      Batch<S, D> batch,
      Map<String, AggregateDocument<S>> found,
      @Nullable String trace,
      Consumer<String> unchanged) {
    ChainContext context = single.context(trace);
    List<Chain<S>> changed = new ArrayList<>();
    for (String id : batch.ids()) {
      Chain<S> chain = new Chain<>(id, found.get(id), context);
      batch.decided(id, ChainWriter.decide(chain, batch.commands(id)));
      if (chain.changed()) {
        changed.add(chain);
      } else {
        unchanged.accept(id);
      }
    }
    // Inserts first: the driver sends one command for each run of the same kind.
    changed.sort(Comparator.comparing(chain -> chain.loaded() != null));
    return changed.isEmpty() ? Mono.empty() : write(batch, changed);
  }

  private <D> Mono<Void> write(Batch<S, D> batch, List<Chain<S>> chains) {
    int events = chains.stream().mapToInt(chain -> chain.events().size()).sum();
    Lease lease = single.outbox().lease(events);
    List<PlannedWrite> plans = chains.stream().map(chain -> single.plan(chain, lease)).toList();
    return Mono.from(
            collection.bulkWrite(plans.stream().map(PlannedWrite::model).toList(), UNORDERED))
        .map(result -> BulkEnd.of(result.getMatchedCount()))
        .onErrorResume(MongoBulkWriteException.class, BatchWriter::duplicates)
        .flatMap(end -> losers(end, chains, plans))
        .doOnNext(losers -> settle(batch, losers, chains, plans))
        .then();
  }

  private Mono<Set<Integer>> losers(BulkEnd end, List<Chain<S>> chains, List<PlannedWrite> plans) {
    long updates = plans.stream().filter(plan -> !plan.isInsert()).count();
    if (end.matched() == updates) {
      return Mono.just(end.duplicates());
    }
    List<String> updated =
        chains.stream().filter(chain -> chain.loaded() != null).map(Chain::id).toList();
    return documents
        .carrying(chains.getFirst().write(), updated)
        .map(ours -> withUpdatesNotOurs(end, chains, ours));
  }

  private Set<Integer> withUpdatesNotOurs(BulkEnd end, List<Chain<S>> chains, Set<String> ours) {
    Set<Integer> losers = new HashSet<>(end.duplicates());
    for (int i = 0; i < chains.size(); i++) {
      if (chains.get(i).loaded() != null && !ours.contains(chains.get(i).id())) {
        losers.add(i);
      }
    }
    return losers;
  }

  private <D> void settle(
      Batch<S, D> batch, Set<Integer> losers, List<Chain<S>> chains, List<PlannedWrite> plans) {
    List<Chain<S>> written = new ArrayList<>(chains.size());
    List<PlannedWrite> how = new ArrayList<>(chains.size());
    for (int i = 0; i < chains.size(); i++) {
      if (losers.contains(i)) {
        batch.lost(chains.get(i).id());
      } else {
        written.add(chains.get(i));
        how.add(plans.get(i));
      }
    }
    single.outbox().written(written, how);
  }

  private static Mono<BulkEnd> duplicates(MongoBulkWriteException failure) {
    Set<Integer> duplicates = new HashSet<>();
    for (BulkWriteError error : failure.getWriteErrors()) {
      if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
        return Mono.error(failure);
      }
      duplicates.add(error.getIndex());
    }
    return failure.getWriteConcernError() == null
        ? Mono.just(new BulkEnd(failure.getWriteResult().getMatchedCount(), duplicates))
        : Mono.error(failure);
  }

  /** What a bulk write says: how many updates matched, and which inserts were there already. */
  private record BulkEnd(long matched, Set<Integer> duplicates) {

    static BulkEnd of(long matched) {
      return new BulkEnd(matched, Set.of());
    }
  }
}
