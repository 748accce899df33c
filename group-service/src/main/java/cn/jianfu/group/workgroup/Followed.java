package cn.jianfu.group.workgroup;

import cn.jianfu.group.access.Answers;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.Refusal;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order.
 *
 * @param goesOnAs the id under which its group goes on, when it was declined for that
 */
public record Followed(
    Outcome<WorkGroup, List<Refusal>> outcome, WorkGroupCommand asked, @Nullable GroupId goesOnAs) {

  Followed(Outcome<WorkGroup, List<Refusal>> outcome, WorkGroupCommand asked) {
    this(outcome, asked, null);
  }

  Followed goingOnAs(@Nullable GroupId id) {
    return new Followed(outcome, asked, id);
  }

  /** Whether it was declined because the group goes on under another id. */
  boolean goesOnElsewhere() {
    return isDeclinedFor(Refusal.JOINED);
  }

  public boolean isDeclinedFor(Refusal reason) {
    return outcome instanceof Outcome.Declined<WorkGroup, List<Refusal>>(var why)
        && why.contains(reason);
  }

  /** What stands against it; empty when it was accepted or changed nothing. */
  public Optional<Problem> problem() {
    return Answers.problem(outcome, this::problem);
  }

  /** The version that it led to, now or when it was sent first; null when it changed nothing. */
  public @Nullable Long version() {
    return switch (outcome) {
      case Outcome.Applied<WorkGroup, List<Refusal>> it -> it.now().version();
      case Outcome.Repeated<WorkGroup, List<Refusal>> it -> it.version();
      default -> null;
    };
  }

  /** The group as it was then; null when it changed nothing, or has changed since. */
  public @Nullable FormerGroup after() {
    Long version = version();
    return version == null
        ? null
        : switch (outcome) {
          case Outcome.Applied<WorkGroup, List<Refusal>> it -> FormerGroup.of(it.now());
          case Outcome.Repeated<WorkGroup, List<Refusal>> it when it.now().version() == version ->
              FormerGroup.of(it.now());
          default -> null;
        };
  }

  /** Whether somebody else has changed the group since the version that the order expects. */
  public boolean outrun() {
    return outcome instanceof Outcome.Stale;
  }

  /** Whether it was neither accepted nor declined: the same order may be followed later. */
  public boolean undecided() {
    return outcome instanceof Outcome.OutboxFull || outcome instanceof Outcome.Stale;
  }

  /** Whether it was accepted and changed the group, now or when it was sent first. */
  public boolean accepted() {
    return Answers.changed(outcome);
  }

  /** Whether the group changed by it, now. */
  public boolean changed() {
    return outcome instanceof Outcome.Applied;
  }

  /** Whether the group came to be by it, now or when it was sent first. */
  public boolean created() {
    return Answers.created(outcome);
  }

  /** The group after it, or the problem as an exception. */
  public Stored<WorkGroup> group() {
    return Answers.accepted(outcome, this::problem);
  }

  private Problem problem(List<Refusal> why) {
    Problem problem = GroupProblems.of(why, asked);
    return goesOnAs == null ? problem : problem.with("goesOnAs", goesOnAs.text());
  }
}
