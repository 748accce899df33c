package cn.jianfu.group.workgroup;

import cn.jianfu.group.workgroup.domain.Refusal;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The problems that work groups have. */
final class GroupProblems {

  private GroupProblems() {}

  static Problem of(Refusal why) {
    Problem problem = Problem.of(typeOf(why));
    return switch (why) {
      case MERGE_TARGET_MISSING, MERGE_TARGET_UNEXPECTED, MERGED_INTO_ITSELF ->
          problem.at("/mergeInto", codeOf(why));
      case DUE_BEFORE_DECIDED -> problem.at("/dueOn", codeOf(why));
      case VALID_BEFORE_CREATED -> problem.at("/validUntil", codeOf(why));
      case COMPLETED_BEFORE_CREATED -> problem.at("/taskCompletedOn", codeOf(why));
      default -> problem;
    };
  }

  static List<ProblemType> all() {
    return Arrays.stream(Refusal.values()).map(GroupProblems::typeOf).distinct().toList();
  }

  private static ProblemType typeOf(Refusal why) {
    int status =
        switch (why) {
          case NOT_DECLARED -> 404;
          case ALREADY_DISSOLVED,
              ALREADY_MERGED,
              ARCHIVED,
              NOT_ACTIVE,
              DECISION_OPEN,
              NO_DECISION,
              ALREADY_EXECUTED,
              NOT_DISSOLVED,
              RESTORE_WINDOW_PASSED,
              RESTORE_WINDOW_OPEN ->
              409;
          case MERGE_TARGET_MISSING,
              MERGE_TARGET_UNEXPECTED,
              MERGED_INTO_ITSELF,
              DUE_BEFORE_DECIDED,
              DAY_IN_FUTURE,
              DAY_BEFORE_PRESENT_STATE,
              VALID_BEFORE_CREATED,
              COMPLETED_BEFORE_CREATED ->
              422;
        };
    return new ProblemType("group." + codeOf(why), status);
  }

  private static String codeOf(Refusal why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
