package cn.jianfu.report.finding;

import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.report.finding.domain.Handling.Refusal;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.WebProblems;
import java.time.Duration;
import java.util.List;

/** How a judgement can fail. */
final class FindingProblems {

  static final ProblemType REASON_MISSING = new ProblemType("report.reason-missing", 422);
  static final ProblemType FINDING_CLEARED = new ProblemType("report.finding-cleared", 409);
  static final ProblemType CONTEST_OPEN = new ProblemType("report.contest-open", 409);
  static final ProblemType CONTESTED_TOO_OFTEN = new ProblemType("report.contested-too-often", 409);
  static final ProblemType JUDGED_TOO_OFTEN = new ProblemType("report.judged-too-often", 409);

  private static final Duration UNTIL_THE_BROKER_IS_BACK = Duration.ofSeconds(10);

  private FindingProblems() {}

  /** Ends the request when the judgement was not taken. */
  static void throwUnlessTaken(Outcome<?, Refusal> outcome) {
    switch (outcome) {
      case Outcome.Applied<?, Refusal> _ -> {}
      case Outcome.Unchanged<?, Refusal> _ -> {}
      case Outcome.Repeated<?, Refusal> _ -> {}
      case Outcome.KeyReused<?, Refusal> _ ->
          throw Problem.of(WebProblems.KEY_REUSED).toException();
      case Outcome.Declined<?, Refusal>(Refusal why) -> throw of(why).toException();
      case Outcome.Stale<?, Refusal> _ -> throw Problem.of(WebProblems.STALE_VERSION).toException();
      case Outcome.OutboxFull<?, Refusal> _ ->
          throw Problem.of(WebProblems.UNAVAILABLE)
              .retryAfter(UNTIL_THE_BROKER_IS_BACK)
              .toException();
    }
  }

  static List<ProblemType> all() {
    return List.of(
        REASON_MISSING, FINDING_CLEARED, JUDGED_TOO_OFTEN, CONTEST_OPEN, CONTESTED_TOO_OFTEN);
  }

  private static Problem of(Refusal why) {
    return switch (why) {
      case REASON_MISSING -> Problem.of(REASON_MISSING).at("/reason", "required");
      case FINDING_CLEARED -> Problem.of(FINDING_CLEARED);
      case JUDGED_TOO_OFTEN -> Problem.of(JUDGED_TOO_OFTEN);
      case CONTEST_OPEN -> Problem.of(CONTEST_OPEN);
      case CONTESTED_TOO_OFTEN -> Problem.of(CONTESTED_TOO_OFTEN);
    };
  }
}
