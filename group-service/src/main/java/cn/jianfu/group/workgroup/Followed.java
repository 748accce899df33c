package cn.jianfu.group.workgroup;

import cn.jianfu.group.access.Answers;
import cn.jianfu.group.workgroup.domain.Refusal;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.problem.Problem;
import java.util.Optional;

/** What became of an order. */
public sealed interface Followed {

  /** It was decided by the group itself. */
  record Decided(Outcome<WorkGroup, Refusal> outcome) implements Followed {}

  /** It could not be put to the group. */
  record Refused(Problem why) implements Followed {}

  /** What stands against it; empty when it was accepted or changed nothing. */
  default Optional<Problem> problem() {
    return switch (this) {
      case Decided(var outcome) -> Answers.problem(outcome, GroupProblems::of);
      case Refused(var why) -> Optional.of(why);
    };
  }

  /** Whether the group changed by it, now. */
  default boolean changed() {
    return this instanceof Decided(var outcome) && outcome instanceof Outcome.Applied;
  }

  /** Whether the group came to be by it. */
  default boolean created() {
    return this instanceof Decided(var outcome) && Answers.created(outcome);
  }

  /** The group after it, or the problem as an exception. */
  default Stored<WorkGroup> group() {
    return switch (this) {
      case Decided(var outcome) -> Answers.accepted(outcome, GroupProblems::of);
      case Refused(var why) -> throw why.toException();
    };
  }
}
