package cn.jianfu.group.pushes;

import cn.jianfu.group.access.Origins;
import cn.jianfu.group.pushes.domain.PushTally;
import cn.jianfu.group.pushes.domain.PushedFrom;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Adds what was counted to what the store has. Counts that could not be stored are tried again
 * under the key that they had, so that none is added twice; those of a process that is killed are
 * lost: the events themselves are not.
 */
final class PushTallies {

  private final PushCounter counter;
  private final AggregateStore<Pushes> store;
  private final Origins origins;
  private volatile List<Command<Pushes, String>> waiting = List.of();

  PushTallies(PushCounter counter, AggregateStore<Pushes> store, Origins origins) {
    this.counter = counter;
    this.store = store;
    this.origins = origins;
  }

  /** Takes to the store what was counted; not to be called again before it is done. */
  Mono<Void> store() {
    return Mono.defer(() -> {
      if (waiting.isEmpty()) {
        waiting =
            counter.taken().entrySet().stream()
                .map(each -> add(each.getKey(), each.getValue()))
                .toList();
      }
      return waiting.isEmpty()
          ? Mono.empty()
          : store.executeAll(waiting).doOnNext(this::left).then();
    });
  }

  private void left(List<Outcome<Pushes, String>> outcomes) {
    List<Command<Pushes, String>> left = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.OutboxFull
          || outcomes.get(i) instanceof Outcome.Stale) {
        left.add(waiting.get(i));
      }
    }
    waiting = left;
  }

  private Command<Pushes, String> add(PushedFrom from, PushTally more) {
    return origins.own().command(from.id(), known -> added(known, from, more));
  }

  private static Decision<Pushes, String> added(
      @Nullable Pushes known, PushedFrom from, PushTally more) {
    Pushes now = new Pushes(from, known == null ? more : known.tally().plus(more));
    return new Decision.Accepted<>(now, List.of(now.published()));
  }
}
