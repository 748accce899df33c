package cn.jianfu.group.register;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import com.mongodb.client.model.Filters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds imports for those who may see them. An import of another town is, to a town, one that there
 * is not.
 */
record ImportsOfCallers(ImportLog log, Access access, Reference reference) {

  private static final int LATEST = 20;

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

  /** The latest of a unit and those below it that were carried out, or are. */
  Flux<ImportRecord> latest(String unit, Caller caller) {
    access.mustRead(caller, unit);
    return reference.data().isDistrict(unit)
        ? log.latest(Filters.empty(), LATEST)
        : log.latest(ImportLog.ofUnits(reference.data().subtree(unit)), LATEST);
  }

  private static Mono<ImportRecord> none() {
    return Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException());
  }
}
