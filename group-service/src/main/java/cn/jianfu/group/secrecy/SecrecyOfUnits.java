package cn.jianfu.group.secrecy;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.secrecy.domain.UnitSecrecy;
import cn.jianfu.group.secrecy.domain.UnitSecrecy.Refusal;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What all units have said. */
public final class SecrecyOfUnits {

  private final AggregateStore<UnitSecrecy> store;
  private final GroupChanges changes;

  SecrecyOfUnits(AggregateStore<UnitSecrecy> store, GroupChanges changes) {
    this.store = store;
    this.changes = changes;
  }

  public Flux<UnitSecrecy> all() {
    return store.query(Filters.empty(), Filters.empty(), 0).map(Stored::state);
  }

  Mono<Stored<UnitSecrecy>> find(String unit) {
    return store.find(unit);
  }

  /** Lets a unit that has perhaps said nothing before say something. */
  Mono<Outcome<UnitSecrecy, List<Refusal>>> hear(
      String unit, String town, Origin origin, Function<UnitSecrecy, UnitSecrecy.Verdict> word) {
    Command<UnitSecrecy, List<Refusal>> command =
        new Command<>(
            unit,
            origin.key(),
            origin.bodyHash(),
            origin.source(),
            origin.time(),
            null,
            known -> decide(known == null ? UnitSecrecy.silent(unit, town) : known, word));
    return store.executeAll(List.of(command)).map(List::getFirst).doOnNext(this::heard);
  }

  private static Decision<UnitSecrecy, List<Refusal>> decide(
      UnitSecrecy known, Function<UnitSecrecy, UnitSecrecy.Verdict> word) {
    return switch (word.apply(known)) {
      case UnitSecrecy.Verdict.Declined(var why) -> new Decision.Declined<>(why);
      case UnitSecrecy.Verdict.Known() -> new Decision.Unchanged<>();
      // The finding that follows is all that others hear of it.
      case UnitSecrecy.Verdict.Taken(var now) -> new Decision.Accepted<>(now, List.of());
    };
  }

  private void heard(Outcome<UnitSecrecy, List<Refusal>> outcome) {
    if (outcome instanceof Outcome.Applied<UnitSecrecy, List<Refusal>> applied) {
      changes.ofStructure("secrecy/" + applied.now().id());
    }
  }
}
