package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.EventHeaders;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Reads, decides and writes the commands to one aggregate, again when another was first. */
final class ChainWriter<S> {

  private static final int LONGEST_PAUSE_MILLIS = 64;

  private final MongoCollection<BsonDocument> collection;
  private final Documents<S> documents;
  private final Writes<S> writes;
  private final Outbox outbox;
  private final AggregateSettings settings;

  ChainWriter(
      MongoCollection<BsonDocument> collection,
      Documents<S> documents,
      Writes<S> writes,
      Outbox outbox,
      AggregateSettings settings) {
    this.collection = collection;
    this.documents = documents;
    this.writes = writes;
    this.outbox = outbox;
    this.settings = settings;
  }

  <D> Mono<List<Outcome<S, D>>> execute(String id, List<Command<S, D>> commands) {
    return Mono.deferContextual(view -> attempt(id, commands, trace(view), 1));
  }

  /** Decides and writes nothing. */
  <D> Mono<Outcome<S, D>> rehearse(Command<S, D> command) {
    return documents
        .load(command.id())
        .map(found -> new Chain<>(command.id(), found.orElse(null), context(null)).apply(command));
  }

  static @Nullable String trace(ContextView view) {
    return view.getOrDefault(EventHeaders.TRACEPARENT, null);
  }

  private <D> Mono<List<Outcome<S, D>>> attempt(
      String id, List<Command<S, D>> commands, @Nullable String trace, int attempt) {
    return documents
        .load(id)
        .flatMap(found -> {
          Chain<S> chain = new Chain<>(id, found.orElse(null), context(trace));
          List<Outcome<S, D>> outcomes = decide(chain, commands);
          return chain.changed()
              ? write(chain).flatMap(won -> next(won, outcomes, id, commands, trace, attempt))
              : Mono.just(outcomes);
        });
  }

  private <D> Mono<List<Outcome<S, D>>> next(
      boolean won,
      List<Outcome<S, D>> outcomes,
      String id,
      List<Command<S, D>> commands,
      @Nullable String trace,
      int attempt) {
    if (won) {
      return Mono.just(outcomes);
    }
    if (attempt >= settings.attempts()) {
      return stale(id, commands.size());
    }
    return Mono.delay(pause(attempt)).then(attempt(id, commands, trace, attempt + 1));
  }

  /** Random, so that writers who met do not meet again. */
  private static Duration pause(int attempt) {
    int longest = Math.min(1 << Math.min(attempt, 10), LONGEST_PAUSE_MILLIS);
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest * 1_000_000L));
  }

  private <D> Mono<List<Outcome<S, D>>> stale(String id, int count) {
    return documents
        .load(id)
        .map(Optional::orElseThrow)
        .map(found -> repeated(new Outcome.Stale<>(found.stored()), count));
  }

  private static <T> List<T> repeated(T one, int count) {
    List<T> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(one);
    }
    return list;
  }

  ChainContext context(@Nullable String trace) {
    return outbox.context(settings, trace);
  }

  static <S, D> List<Outcome<S, D>> decide(Chain<S> chain, List<Command<S, D>> commands) {
    List<Outcome<S, D>> outcomes = new ArrayList<>(commands.size());
    for (Command<S, D> command : commands) {
      outcomes.add(chain.apply(command));
    }
    return outcomes;
  }

  PlannedWrite plan(Chain<S> chain, @Nullable Lease offered) {
    AggregateDocument<S> loaded = chain.loaded();
    Lease lease = outbox.claims(chain) ? offered : null;
    return loaded == null
        ? PlannedWrite.insert(writes.insert(chain, lease), lease)
        : PlannedWrite.update(
            Writes.guard(loaded, lease != null), writes.update(loaded, chain, lease), lease);
  }

  private Mono<Boolean> write(Chain<S> chain) {
    PlannedWrite plan = plan(chain, outbox.lease(chain.events().size()));
    return plan.sendTo(collection)
        .onErrorResume(MongoWriteException.class, ChainWriter::lostWhenDuplicate)
        .doOnNext(won -> written(won, chain, plan));
  }

  private void written(boolean won, Chain<S> chain, PlannedWrite plan) {
    if (won) {
      outbox.written(List.of(chain), List.of(plan));
    }
  }

  Outbox outbox() {
    return outbox;
  }

  private static Mono<Boolean> lostWhenDuplicate(MongoWriteException failure) {
    return ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY
        ? Mono.just(false)
        : Mono.error(failure);
  }
}
