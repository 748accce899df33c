package cn.jianfu.group.secrecy;

import cn.jianfu.group.secrecy.domain.UnitSecrecy;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.WebProblems;
import java.util.List;
import java.util.Locale;

/** Why a word on classified information is declined, as its sender is told. */
final class SecrecyProblems {

  private static final ProblemType DECLINED = new ProblemType("group.secrecy-declined", 422);
  private static final ProblemType INCIDENT_OPEN =
      new ProblemType("group.secrecy-incident-open", 409);
  private static final ProblemType INCIDENT_RESOLVED =
      new ProblemType("group.secrecy-incident-resolved", 409);
  private static final ProblemType INCIDENT_WITHDRAWN =
      new ProblemType("group.secrecy-incident-withdrawn", 409);

  private SecrecyProblems() {}

  static Problem of(List<UnitSecrecy.Refusal> why) {
    return Problem.all(why.stream().map(SecrecyProblems::of));
  }

  private static Problem of(UnitSecrecy.Refusal why) {
    String code = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return switch (why) {
      case STATED_IN_FUTURE -> Problem.of(DECLINED).atParameter("date", code);
      case FOUND_IN_FUTURE -> Problem.of(DECLINED).at("/foundOn", code);
      case RESOLVED_IN_FUTURE, RESOLVED_BEFORE_FOUND ->
          Problem.of(DECLINED).at("/resolvedOn", code);
      case INCIDENT_OPEN -> Problem.of(INCIDENT_OPEN);
      case INCIDENT_RESOLVED -> Problem.of(INCIDENT_RESOLVED);
      case INCIDENT_WITHDRAWN -> Problem.of(INCIDENT_WITHDRAWN);
      case INCIDENT_UNKNOWN -> Problem.of(WebProblems.NOT_FOUND);
      case TOO_MANY_INCIDENTS -> Problem.of(DECLINED).atParameter("id", code);
    };
  }
}
