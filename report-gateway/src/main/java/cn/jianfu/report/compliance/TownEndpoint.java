package cn.jianfu.report.compliance;

import cn.jianfu.report.closing.domain.Revision;
import cn.jianfu.report.compliance.domain.CorrectedFindings;
import cn.jianfu.report.compliance.domain.Withdrawals;
import cn.jianfu.report.finding.FindingDesk;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.scope.Access;
import cn.jianfu.report.scope.UnitScope;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.time.Instant;
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
  private final TownHistory history;
  private final FindingDesk findings;
  private final Access access;

  TownEndpoint(TownCompliances towns, TownHistory history, FindingDesk findings, Access access) {
    this.towns = towns;
    this.history = history;
    this.findings = findings;
    this.access = access;
  }

  /**
   * A town with its metrics, trend, findings and groups.
   *
   * @param findings the findings that held on that day; null for what was shown, which is not kept
   * @param groups null likewise
   * @param withdrawals the declarations withdrawn as errors up to that day; null likewise
   * @param corrected the findings that rested on what was counted wrong, in the same days; null
   *     likewise
   * @param countersKept whether all counters that the day's numbers are made of are still kept;
   *     else those numbers are of what is left. Always so of what was shown
   * @param revision in what a day that is over differs from its closing; null where it has none,
   *     where its counters are no longer kept, and for what was shown
   * @param closing of a day that is over; null where it was not closed
   */
  record TownAnswer(
      TownPage town,
      @Nullable List<FindingView> findings,
      @Nullable List<GroupLine> groups,
      @Nullable Withdrawals withdrawals,
      @Nullable CorrectedFindings corrected,
      boolean countersKept,
      @Nullable Revision revision,
      TownHistory.@Nullable Closing closing) {}

  /**
   * How a town stands: on a day as it is known now, or as it was shown.
   *
   * @param asOf today when not said
   * @param knownAt what was shown at that time: the day closed last by then, or {@code asOf}
   */
  @GetMapping
  Mono<TownAnswer> town(
      Caller caller,
      @PathVariable String code,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable Instant knownAt) {
    var scope = access.mayRead(caller, code);
    Mono<TownAnswer> answer =
        knownAt == null
            ? known(scope, code, asOf)
            : history.shown(code, knownAt, asOf).map(TownEndpoint::answer);
    return answer.switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
  }

  private Mono<TownAnswer> known(UnitScope scope, String code, @Nullable LocalDate asOf) {
    return towns
        .sheet(code, asOf)
        .flatMap(sheet ->
            Mono.zip(
                    findings.open(scope, code, sheet.open(), asOf),
                    history.kept(sheet.town().compliance()))
                .map(both -> answer(sheet, both.getT1(), both.getT2())));
  }

  private static TownAnswer answer(
      TownSheet sheet, List<FindingView> findings, TownHistory.Kept kept) {
    return new TownAnswer(
        sheet.town(),
        findings,
        sheet.groups(),
        sheet.withdrawals(),
        sheet.corrected(),
        kept.countersKept(),
        kept.revision(),
        kept.closing());
  }

  private static TownAnswer answer(TownHistory.Shown shown) {
    return new TownAnswer(
        shown.town(),
        null,
        null,
        null,
        null,
        true,
        null,
        new TownHistory.Closing(shown.closedAt(), shown.late()));
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
