package cn.jianfu.group.workgroup;

import cn.jianfu.group.access.Answers;
import cn.jianfu.group.workgroup.domain.Refusal;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.problem.Problem;
import java.util.Optional;

/** What became of an order. */
public sealed interface Followed {

  /** It was decided by the group itself. */
  record Decided(Outcome<WorkGroup, Refusal> outcome, WorkGroupCommand asked) implements Followed {
    private Problem problem(Refusal why) {
      return GroupProblems.of(why, asked);
    }
  }

  /** It could not be put to the group. */
  record Refused(Problem why) implements Followed {}

  /** What stands against it; empty when it was accepted or changed nothing. */
  default Optional<Problem> problem() {
    return switch (this) {
      case Decided it -> Answers.problem(it.outcome(), it::problem);
      case Refused(var why) -> Optional.of(why);
    };
  }

  /** Whether it was neither accepted nor declined: the same order may be followed later. */
  default boolean undecided() {
    return this instanceof Decided(var outcome, _)
        && (outcome instanceof Outcome.OutboxFull || outcome instanceof Outcome.Stale);
  }

  /** Whether it was accepted and changed the group, now or when it was sent first. */
  default boolean accepted() {
    return this instanceof Decided(var outcome, _) && Answers.changed(outcome);
  }

  /** Whether the group changed by it, now. */
  default boolean changed() {
    return this instanceof Decided(var outcome, _) && outcome instanceof Outcome.Applied;
  }

  /** Whether the group came to be by it, now or when it was sent first. */
  default boolean created() {
    return this instanceof Decided(var outcome, _) && Answers.created(outcome);
  }

  /** The group after it, or the problem as an exception. */
  default Stored<WorkGroup> group() {
    return switch (this) {
      case Decided it -> Answers.accepted(it.outcome(), it::problem);
      case Refused(var why) -> throw why.toException();
    };
  }
}
