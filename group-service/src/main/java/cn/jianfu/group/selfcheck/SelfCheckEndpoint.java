package cn.jianfu.group.selfcheck;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemBody;
import cn.jianfu.web.problem.Problems;
import cn.jianfu.web.security.Caller;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A unit's self-check list: read it, confirm it, contest what is wrong. */
@RestController
@RequestMapping("/api/v1/self-checks/{round}/{unit}")
class SelfCheckEndpoint {

  private final SelfChecks checks;
  private final AnswersBecomeDecisions decisions;
  private final Access access;
  private final Problems texts;

  SelfCheckEndpoint(
      SelfChecks checks, AnswersBecomeDecisions decisions, Access access, Problems texts) {
    this.checks = checks;
    this.decisions = decisions;
    this.access = access;
    this.texts = texts;
  }

  @GetMapping
  Mono<ListView> read(@PathVariable String round, @PathVariable String unit, Caller caller) {
    String town = access.townToRead(caller, unit);
    return checks.list(round, unit, town).map(list -> ListView.of(list, Map.of()));
  }

  @PostMapping("/answers")
  Mono<ListView> answer(
      @PathVariable String round,
      @PathVariable String unit,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @Valid @RequestBody AnswerList answers,
      ServerWebExchange exchange,
      Caller caller) {
    access.townToWrite(caller, unit);
    Actor actor = access.actor(caller);
    return (dryRun
            ? checks.rehearse(round, unit, answers, actor)
            : checks.answer(round, unit, answers, actor))
        .flatMap(list ->
            (dryRun ? decisions.rehearsed(list) : decisions.of(list))
                .map(problems -> ListView.of(list, inWords(problems, exchange))));
  }

  private Map<String, ProblemBody> inWords(
      Map<String, Problem> problems, ServerWebExchange exchange) {
    Map<String, ProblemBody> words = new TreeMap<>();
    problems.forEach((group, problem) ->
        words.put(group, texts.inWords(problem, exchange.getLocaleContext().getLocale())));
    return words;
  }

  /**
   * A list as its unit sees it.
   *
   * @param problems decisions that could not be taken, by group
   */
  record ListView(
      String round,
      String unit,
      String town,
      LocalDate generatedOn,
      @Nullable LocalDate completedOn,
      List<SelfCheckItem> items,
      Map<String, ProblemBody> problems) {

    static ListView of(SelfCheck it, Map<String, ProblemBody> problems) {
      return new ListView(
          it.round(),
          it.unit(),
          it.town(),
          it.generatedOn(),
          it.completedOn(),
          it.items(),
          problems);
    }
  }
}
