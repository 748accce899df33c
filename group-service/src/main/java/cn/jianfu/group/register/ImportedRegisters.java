package cn.jianfu.group.register;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.Outcome;
import java.util.List;
import reactor.core.publisher.Mono;

/** Tells what people had to say about registers, each once, however often it is carried out. */
final class ImportedRegisters {

  private final AggregateStore<ImportedRegister> store;
  private final Access access;
  private final Reference reference;
  private final DistrictClock clock;
  private final Origins origins;

  ImportedRegisters(
      AggregateStore<ImportedRegister> store,
      Access access,
      Reference reference,
      DistrictClock clock,
      Origins origins) {
    this.store = store;
    this.access = access;
    this.reference = reference;
    this.clock = clock;
    this.origins = origins;
  }

  /** Whether it is told, or there is nothing to tell; else it is to be told later. */
  Mono<Boolean> tell(ImportRecord record) {
    Integer answers = record.answers();
    return answers == null || answers == 0
        ? Mono.just(true)
        : store.execute(command(imported(record, answers))).map(ImportedRegisters::isTold);
  }

  private static boolean isTold(Outcome<ImportedRegister, String> outcome) {
    return outcome instanceof Outcome.Applied || outcome instanceof Outcome.Unchanged;
  }

  private ImportedRegister imported(ImportRecord record, int answers) {
    Actor by = access.actor(record.caller());
    return new ImportedRegister(
        record.id(),
        record.unit(),
        reference.data().townOf(record.unit()).orElse(record.unit()),
        clock.dayOf(record.at()),
        answers,
        by.issuer(),
        by.subject(),
        by.role(),
        by.unit());
  }

  private Command<ImportedRegister, String> command(ImportedRegister imported) {
    return origins
        .own()
        .command(
            imported.id(),
            known ->
                known == null
                    ? new Decision.Accepted<>(imported, List.of(imported.published()))
                    : new Decision.Unchanged<>());
  }
}
