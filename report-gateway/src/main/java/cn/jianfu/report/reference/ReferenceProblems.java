package cn.jianfu.report.reference;

import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.report.reference.domain.Fault;
import cn.jianfu.report.reference.domain.Refusal;
import cn.jianfu.report.reference.domain.Ruling;
import cn.jianfu.web.problem.FieldProblem;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.WebProblems;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers to changes of reference data. */
final class ReferenceProblems {

  private static final Duration UNTIL_THE_BROKER_IS_BACK = Duration.ofSeconds(10);

  private ReferenceProblems() {}

  /** What stands after the change, with its version as ETag; a problem when it was not taken. */
  static <S> ResponseEntity<Object> answer(
      Outcome<S, Ruling.Declined<S>> outcome, Function<S, ?> rendered) {
    return switch (outcome) {
      case Outcome.Applied<S, Ruling.Declined<S>>(Stored<S> now, boolean created) ->
          answer(created ? HttpStatus.CREATED : HttpStatus.OK, now, rendered);
      case Outcome.Unchanged<S, Ruling.Declined<S>> unchanged when unchanged.now() != null ->
          answer(HttpStatus.OK, unchanged.now(), rendered);
      case Outcome.Unchanged<S, Ruling.Declined<S>> _ -> ResponseEntity.ok().build();
      case Outcome.Repeated<S, Ruling.Declined<S>>(Stored<S> now, long _, _) ->
          answer(HttpStatus.OK, now, rendered);
      case Outcome.KeyReused<S, Ruling.Declined<S>> _ ->
          throw Problem.of(WebProblems.KEY_REUSED).toException();
      case Outcome.Declined<S, Ruling.Declined<S>>(Ruling.Declined<S> why) ->
          throw of(why.faults()).toException();
      case Outcome.Stale<S, Ruling.Declined<S>> _ ->
          throw Problem.of(WebProblems.STALE_VERSION).toException();
      case Outcome.OutboxFull<S, Ruling.Declined<S>> _ ->
          throw Problem.of(WebProblems.UNAVAILABLE)
              .retryAfter(UNTIL_THE_BROKER_IS_BACK)
              .toException();
    };
  }

  private static <S> ResponseEntity<Object> answer(
      HttpStatus status, Stored<S> now, Function<S, ?> rendered) {
    return ResponseEntity.status(status)
        .eTag(String.valueOf(now.version()))
        .body(rendered.apply(now.state()));
  }

  static List<ProblemType> all() {
    return Arrays.stream(Refusal.values()).map(ReferenceProblems::typeOf).toList();
  }

  private static Problem of(List<Fault> faults) {
    return Problem.of(typeOf(faults.getFirst().why()))
        .errors(
            faults.stream()
                .map(fault -> FieldProblem.at(fault.field(), codeOf(fault.why()), fault.named()))
                .toList());
  }

  private static ProblemType typeOf(Refusal why) {
    int status =
        switch (why) {
          case PARENT_FIXED, OPENING_FIXED, VERSION_PUBLISHED, VERSION_NOT_NEXT, REVOKED, CLOSED ->
              409;
          case ENDS_BEFORE_IT_BEGINS,
              LASTS_TOO_LONG,
              PARENT_UNKNOWN,
              UNIT_UNKNOWN,
              RULE_UNKNOWN,
              DAY_OF_ANOTHER_YEAR,
              DAY_TWICE,
              EFFECTIVE_TOO_EARLY,
              NUMBER_OUT_OF_RANGE,
              NUMBER_NOT_WHOLE,
              THRESHOLD_MISSING,
              RULE_LACKS_NUMBER ->
              422;
        };
    return new ProblemType("report." + codeOf(why), status);
  }

  private static String codeOf(Refusal why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
