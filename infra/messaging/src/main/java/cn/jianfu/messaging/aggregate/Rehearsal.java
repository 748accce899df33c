package cn.jianfu.messaging.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What would become of commands, one after the other; nothing is written. A repeat is judged anew,
 * because keys are remembered only with what was written. For one caller at a time.
 */
public final class Rehearsal<S> {

  private final AggregateStore<S> store;
  private final Map<String, Stored<S>> known = new HashMap<>();

  public Rehearsal(AggregateStore<S> store) {
    this.store = store;
  }

  /**
   * Outcomes in the order of the commands; later ones build on what earlier ones would have led to.
   */
  public <D> Mono<List<Outcome<S, D>>> of(List<Command<S, D>> commands) {
    List<String> unread =
        commands.stream().map(Command::id).distinct().filter(id -> !known.containsKey(id)).toList();
    return unread.isEmpty()
        ? Mono.fromSupplier(() -> decided(commands))
        : store
            .findAll(unread)
            .doOnNext(it -> known.put(it.id(), it))
            .then(Mono.fromSupplier(() -> decided(commands)));
  }

  private <D> List<Outcome<S, D>> decided(List<Command<S, D>> commands) {
    List<Outcome<S, D>> outcomes = new ArrayList<>(commands.size());
    for (Command<S, D> command : commands) {
      outcomes.add(decided(command, known.get(command.id())));
    }
    return outcomes;
  }

  private <D> Outcome<S, D> decided(Command<S, D> command, @Nullable Stored<S> before) {
    Long seen = command.expectedVersion();
    if (before != null && seen != null && seen != before.version()) {
      return new Outcome.Stale<>(before);
    }
    return switch (command.decider().decide(before == null ? null : before.state())) {
      case Decision.Declined<S, D>(var why) -> new Outcome.Declined<>(why);
      case Decision.Unchanged<S, D> _ -> new Outcome.Unchanged<>(before);
      case Decision.Accepted<S, D>(var next, _) -> {
        long version = before == null ? 1 : before.version() + 1;
        long sequence = before == null ? 0 : before.sequence();
        Stored<S> now = new Stored<>(command.id(), next, version, sequence);
        known.put(command.id(), now);
        yield new Outcome.Applied<>(now, before == null);
      }
    };
  }
}
