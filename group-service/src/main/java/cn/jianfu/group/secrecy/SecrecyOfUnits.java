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
import java.time.LocalDate;
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

  /**
   * Lets a unit that has perhaps said nothing before say something.
   *
   * @param role of who says it
   * @param dryRun whether it is only to be said what would become of it
   */
  Mono<Outcome<UnitSecrecy, List<Refusal>>> hear(
      String unit,
      String town,
      Origin origin,
      String role,
      LocalDate today,
      boolean dryRun,
      Function<UnitSecrecy, UnitSecrecy.Verdict> word) {
    Command<UnitSecrecy, List<Refusal>> command =
        new Command<>(
            unit,
            origin.key(),
            origin.bodyHash(),
            origin.source(),
            origin.time(),
            null,
            known ->
                decide(
                    word.apply(known == null ? UnitSecrecy.silent(unit, town) : known),
                    role,
                    today));
    return dryRun
        ? store.rehearse(command)
        : store.executeAll(List.of(command)).map(List::getFirst).doOnNext(this::heard);
  }

  private static Decision<UnitSecrecy, List<Refusal>> decide(
      UnitSecrecy.Verdict verdict, String role, LocalDate today) {
    return switch (verdict) {
      case UnitSecrecy.Verdict.Declined(var why) -> new Decision.Declined<>(why);
      case UnitSecrecy.Verdict.Known() -> new Decision.Unchanged<>();
      // What was said is for others in the finding that follows; here they hear how much it was.
      case UnitSecrecy.Verdict.Taken(var now) -> told(now.saidBy(role, today));
    };
  }

  private static Decision<UnitSecrecy, List<Refusal>> told(UnitSecrecy now) {
    return new Decision.Accepted<>(now, List.of(SecrecyRecord.published(now)));
  }

  private void heard(Outcome<UnitSecrecy, List<Refusal>> outcome) {
    if (outcome instanceof Outcome.Applied<UnitSecrecy, List<Refusal>> applied) {
      changes.ofStructure("secrecy/" + applied.now().id());
    }
  }
}
