package cn.jianfu.web.paging;

import cn.jianfu.web.problem.FieldProblem;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.problem.WebProblems;
import java.util.Collection;
import java.util.Map;

/** What can be wrong with the query of a list. */
final class PagingProblems {

  private PagingProblems() {}

  static ProblemException badCursor() {
    return Problem.of(WebProblems.INVALID).atParameter("cursor", "not-a-cursor").toException();
  }

  static ProblemException notOneOf(String parameter, Collection<String> allowed) {
    var names = allowed.stream().sorted().toList();
    return Problem.of(WebProblems.INVALID)
        .error(
            FieldProblem.ofParameter(
                parameter, "not-one-of", Map.of("allowed", String.join(", ", names))))
        .toException();
  }

  static ProblemException badLimit(int max) {
    return Problem.of(WebProblems.INVALID)
        .error(FieldProblem.ofParameter("limit", "size", Map.of("min", 1, "max", max)))
        .toException();
  }
}
