package cn.jianfu.report.rebuild;

import cn.jianfu.report.scope.Access;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.Disposable;

@RestController
@RequestMapping("/api/v1/rebuilds")
class RebuildEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(RebuildEndpoint.class);

  private final Rebuild rebuild;
  private final Access access;

  RebuildEndpoint(Rebuild rebuild, Access access) {
    this.rebuild = rebuild;
    this.access = access;
  }

  /** Begins a rebuild; 409 when this instance is at one. */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  RebuildState begin(Caller caller) {
    access.mayAdminister(caller);
    if (rebuild.state().underWay()) {
      throw Problem.of(WebProblems.CONFLICT).toException();
    }
    // It takes longer than a request waits; its state is asked for.
    Disposable _ =
        rebuild.run().subscribe(ended -> LOG.info("rebuild: {}", ended), RebuildEndpoint::failed);
    return rebuild.state();
  }

  @GetMapping("/current")
  RebuildState current(Caller caller) {
    access.mayOperate(caller);
    return rebuild.state();
  }

  private static void failed(Throwable failure) {
    LOG.error("the rebuild could not begin", failure);
  }
}
