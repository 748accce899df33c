package cn.jianfu.group.workgroup;

import cn.jianfu.group.workgroup.domain.Refusal;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The problems that work groups have. */
final class GroupProblems {

  /** Only what a register listed, and no platform has named, can be joined. */
  static final ProblemType NOT_OF_REGISTER = new ProblemType("group.not-of-register", 422);

  /** The other group is none that it can be. */
  static final ProblemType JOIN_TARGET = new ProblemType("group.join-target", 422);

  /** An exemption names the register's key, and would be lost. */
  static final ProblemType EXEMPT_UNDER_KEY = new ProblemType("group.exempt-under-key", 409);

  private GroupProblems() {}

  /** All that is against it; called as the first is. */
  static Problem of(List<Refusal> why, WorkGroupCommand asked) {
    return Problem.all(why.stream().map(each -> of(each, asked)));
  }

  /** The problem, pointing at the field of the request that is in the way, where there is one. */
  private static Problem of(Refusal why, WorkGroupCommand asked) {
    Problem problem = Problem.of(typeOf(why));
    return switch (why) {
      case MERGE_TARGET_MISSING, MERGE_TARGET_UNEXPECTED, MERGED_INTO_ITSELF ->
          problem.at("/mergeInto", codeOf(why));
      case MERGE_TARGET_UNKNOWN, MERGE_TARGET_LEAVING ->
          asked instanceof WorkGroupCommand.Decide
              ? problem.at("/mergeInto", codeOf(why))
              : problem;
      case DUE_BEFORE_DECIDED -> problem.at("/dueOn", codeOf(why));
      case VALID_BEFORE_CREATED -> problem.at("/validUntil", codeOf(why));
      case COMPLETED_BEFORE_CREATED, COMPLETED_IN_FUTURE ->
          problem.at("/taskCompletedOn", codeOf(why));
      case APPROVED_IN_FUTURE -> problem.at("/approvedOn", codeOf(why));
      case CREATED_IN_FUTURE -> problem.at("/createdOn", codeOf(why));
      case DAY_IN_FUTURE, DAY_BEFORE_PRESENT_STATE ->
          dayOf(asked).map(field -> problem.at(field, codeOf(why))).orElse(problem);
      default -> problem;
    };
  }

  /** The field that says on which day it happened. */
  private static Optional<String> dayOf(WorkGroupCommand asked) {
    return switch (asked) {
      case WorkGroupCommand.Declare _, WorkGroupCommand.Complete _ -> Optional.of("/declaredOn");
      case WorkGroupCommand.File _ -> Optional.of("/filedOn");
      case WorkGroupCommand.Rename _ -> Optional.of("/renamedOn");
      case WorkGroupCommand.ChangeOwner _ -> Optional.of("/changedOn");
      case WorkGroupCommand.Decide _ -> Optional.of("/decidedOn");
      case WorkGroupCommand.ReportExecution _ -> Optional.of("/executedOn");
      case WorkGroupCommand.Restore _ -> Optional.of("/restoredOn");
      case WorkGroupCommand.Observe _,
          WorkGroupCommand.WithdrawDeclaration _,
          WorkGroupCommand.TakeOver _,
          WorkGroupCommand.Join _,
          WorkGroupCommand.GiveBack _,
          WorkGroupCommand.Separate _,
          WorkGroupCommand.ForgetOwner _,
          WorkGroupCommand.Warn _,
          WorkGroupCommand.LiftWarning _,
          WorkGroupCommand.WithdrawDecision _,
          WorkGroupCommand.Archive _ ->
          Optional.empty();
    };
  }

  static List<ProblemType> all() {
    return Stream.concat(
            Arrays.stream(Refusal.values()).map(GroupProblems::typeOf),
            Stream.of(NOT_OF_REGISTER, JOIN_TARGET, EXEMPT_UNDER_KEY))
        .distinct()
        .toList();
  }

  private static ProblemType typeOf(Refusal why) {
    int status =
        switch (why) {
          case NOT_DECLARED -> 404;
          case ALREADY_DISSOLVED,
              ALREADY_MERGED,
              ARCHIVED,
              JOINED,
              BUILT_ON,
              FINDING_CONFIRMED,
              DAY_MISSED,
              SEEN_IN_USE,
              REPORTED_UNDER_KEY,
              NOT_JOINED,
              JOIN_NOT_KEPT,
              JOIN_BUILT_ON,
              NOT_ACTIVE,
              DECISION_OPEN,
              NO_DECISION,
              MERGES_AWAITED,
              ALREADY_EXECUTED,
              NOT_DISSOLVED,
              RESTORE_WINDOW_PASSED,
              RESTORE_WINDOW_OPEN ->
              409;
          case MERGE_TARGET_MISSING,
              MERGE_TARGET_UNKNOWN,
              MERGE_TARGET_LEAVING,
              MERGE_TARGET_UNEXPECTED,
              MERGED_INTO_ITSELF,
              DUE_BEFORE_DECIDED,
              DAY_IN_FUTURE,
              DAY_BEFORE_PRESENT_STATE,
              CREATED_IN_FUTURE,
              COMPLETED_IN_FUTURE,
              APPROVED_IN_FUTURE,
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
