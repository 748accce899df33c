package cn.jianfu.group.load;

import cn.jianfu.group.access.Origins;
import cn.jianfu.group.access.OwnWrites;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.Stored;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The latest load of every unit and town. */
public final class Loads {

  private final AggregateStore<Load> store;
  private final Origins origins;

  Loads(AggregateStore<Load> store, Origins origins) {
    this.store = store;
    this.origins = origins;
  }

  /** Takes over the loads of a day; of units that are not named any more, nothing is left. */
  public Mono<Void> take(List<Load> loads, LocalDate on) {
    Set<String> named = loads.stream().map(Load::id).collect(Collectors.toSet());
    return store
        .query(Filters.ne("state.empty", true), Filters.empty(), 0)
        .map(Stored::state)
        .filter(known -> !named.contains(known.id()))
        .map(gone -> gone.gone(on))
        .collectList()
        .flatMap(gone -> {
          List<Load> all = new ArrayList<>(loads);
          all.addAll(gone);
          return OwnWrites.all(store, all.stream().map(this::command).toList());
        });
  }

  private Command<Load, String> command(Load load) {
    return origins.own().command(load.id(), known -> decide(known, load));
  }

  private static Decision<Load, String> decide(@Nullable Load known, Load load) {
    return known != null && known.saysTheSameAs(load)
        ? new Decision.Unchanged<>()
        : new Decision.Accepted<>(load, List.of(load.published()));
  }
}
