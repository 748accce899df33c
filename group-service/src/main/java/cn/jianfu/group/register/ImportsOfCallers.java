package cn.jianfu.group.register;

import cn.jianfu.group.access.Access;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import reactor.core.publisher.Mono;

/**
 * Finds imports for those who may see them. Whether there is no such import or it is another
 * town's, is the same to a town.
 */
record ImportsOfCallers(ImportLog log, Access access) {

  Mono<ImportRecord> toRead(String id, Caller caller) {
    access.mustRead(caller, caller.unit());
    return log.find(id)
        .doOnNext(record -> access.mustRead(caller, record.unit()))
        .switchIfEmpty(none(caller));
  }

  Mono<ImportRecord> toChange(String id, Caller caller) {
    access.townToWrite(caller, caller.unit());
    return log.find(id)
        .doOnNext(record -> access.townToWrite(caller, record.unit()))
        .switchIfEmpty(none(caller));
  }

  private Mono<ImportRecord> none(Caller caller) {
    return Mono.error(() ->
        Problem.of(access.isDistrict(caller) ? WebProblems.NOT_FOUND : WebProblems.FORBIDDEN)
            .toException());
  }
}
