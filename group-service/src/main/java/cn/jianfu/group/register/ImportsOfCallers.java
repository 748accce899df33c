package cn.jianfu.group.register;

import cn.jianfu.group.access.Access;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import reactor.core.publisher.Mono;

/**
 * Finds imports for those who may see them. An import of another town is, to a town, one that there
 * is not.
 */
record ImportsOfCallers(ImportLog log, Access access) {

  Mono<ImportRecord> toRead(String id, Caller caller) {
    access.mustRead(caller, caller.unit());
    return log.find(id)
        .filter(record -> access.reaches(caller, record.unit()))
        .switchIfEmpty(none());
  }

  Mono<ImportRecord> toChange(String id, Caller caller) {
    access.townToWrite(caller, caller.unit());
    return log.find(id)
        .filter(record -> access.reaches(caller, record.unit()))
        .switchIfEmpty(none());
  }

  private static Mono<ImportRecord> none() {
    return Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException());
  }
}
