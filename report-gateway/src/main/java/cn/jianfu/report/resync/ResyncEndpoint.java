package cn.jianfu.report.resync;

import cn.jianfu.messaging.aggregate.ResyncState;
import cn.jianfu.messaging.aggregate.Resyncs;
import cn.jianfu.report.scope.Access;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** After the broker has lost its data: reference data is published again. */
@RestController
@RequestMapping("/api/v1/resyncs")
class ResyncEndpoint {

  private final Resyncs resyncs;
  private final Access access;

  ResyncEndpoint(Resyncs resyncs, Access access) {
    this.resyncs = resyncs;
    this.access = access;
  }

  /** Begins; 409 when this instance is at it. Writes go on meanwhile. */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResyncState begin(Caller caller) {
    access.mayAdminister(caller);
    if (!resyncs.begin()) {
      throw Problem.of(WebProblems.CONFLICT).toException();
    }
    return resyncs.state();
  }

  /** How far this instance is. */
  @GetMapping("/current")
  ResyncState current(Caller caller) {
    access.mayOperate(caller);
    return resyncs.state();
  }
}
