package cn.jianfu.messaging.aggregate;

import java.util.List;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the aggregates of one collection. */
public interface AggregateStore<S> {

  /** The aggregate, or empty. */
  Mono<Stored<S>> find(String id);

  /** The aggregates with these ids, in no particular order. */
  Flux<Stored<S>> findAll(List<String> ids);

  /**
   * The aggregates that match, sorted; fields of the state are named {@code state.…}.
   *
   * @param limit 0 for all
   */
  Flux<Stored<S>> query(Bson filter, Bson sort, int limit);

  /** Decides and writes, again when another writer was first. Errors are outages only. */
  <D> Mono<Outcome<S, D>> execute(Command<S, D> command);

  /**
   * How the command would end if it were executed now: what its key, its source and the room for
   * events have to say is heard, too. Nothing is written.
   */
  <D> Mono<Outcome<S, D>> rehearse(Command<S, D> command);

  /**
   * Executes many commands, in order within each aggregate: one chain of decisions and one update
   * for each aggregate, written in bulk. Outcomes come in the order of the commands.
   */
  <D> Mono<List<Outcome<S, D>>> executeAll(List<Command<S, D>> commands);

  /**
   * The same where most are expected to create their aggregate: these are inserted unread, and only
   * what is there already is read and decided again.
   */
  <D> Mono<List<Outcome<S, D>>> createAll(List<Command<S, D>> commands);
}
