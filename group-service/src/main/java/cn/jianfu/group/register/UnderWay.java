package cn.jianfu.group.register;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Imports and undos that go on while somebody is taken out of them. */
record UnderWay(ImportLog log, RegisterImports imports, ImportUndos undos) {

  private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofSeconds(5);

  /** Carries them out to the end; an error when that cannot be done now. */
  Mono<Void> finish() {
    return log.underWayWithout()
        .concatMap(record -> imports.carryOut(record).flatMap(undos::carryOut))
        .doOnNext(UnderWay::mustBeOver)
        .then();
  }

  private static void mustBeOver(ImportRecord record) {
    if (record.isUnderWay()) {
      throw Problem.of(WebProblems.UNAVAILABLE).retryAfter(UNTIL_THERE_IS_ROOM).toException();
    }
  }
}
