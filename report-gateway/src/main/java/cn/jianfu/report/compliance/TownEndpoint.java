package cn.jianfu.report.compliance;

import cn.jianfu.report.finding.FindingDesk;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.scope.Access;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/towns/{code}")
class TownEndpoint {

  private final TownCompliances towns;
  private final FindingDesk findings;
  private final Access access;

  TownEndpoint(TownCompliances towns, FindingDesk findings, Access access) {
    this.towns = towns;
    this.findings = findings;
    this.access = access;
  }

  /**
   * A town with its metrics, trend, findings and groups.
   *
   * @param findings the findings that held on that day
   */
  record TownAnswer(TownPage town, List<FindingView> findings, List<GroupLine> groups) {}

  @GetMapping
  Mono<TownAnswer> town(
      Caller caller,
      @PathVariable String code,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    var scope = access.mayRead(caller, code);
    return Mono.zip(
            towns.town(code, asOf), findings.openIn(scope, code, asOf), towns.groups(code, asOf))
        .map(all -> new TownAnswer(all.getT1(), all.getT2(), all.getT3()))
        .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
  }

  /** In how many groups the people of a town are, by unit: numbers, never names. */
  @GetMapping("/load")
  Mono<TownLoad> load(
      Caller caller,
      @PathVariable String code,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    access.mayRead(caller, code);
    return towns
        .load(code, asOf)
        .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
  }
}
