package cn.jianfu.group.workgroup;

import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.CleanupDecision;
import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.group.workgroup.domain.DecisionOrigin;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.GroupState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is stored; public because the codec reads it.
 *
 * @param origin the word for where it came from; null of one that was stored before that was
 * @param before what it was taken in place of; null as of those that were stored before that was
 */
public record DecisionRecord(
    String kind,
    String reason,
    String issuer,
    String subject,
    String role,
    String actorUnit,
    LocalDate decidedOn,
    LocalDate dueOn,
    @Nullable String mergeInto,
    @Nullable String round,
    @Nullable String origin,
    @Nullable LocalDate executedOn,
    @Nullable LocalDate restoreUntil,
    @Nullable LocalDate withdrawnOn,
    @Nullable LocalDate askedFor,
    @Nullable Before before,
    @Nullable LocalDate againOn) {

  /** What a decision was taken in place of. */
  public record Before(
      String state, @Nullable DecisionRecord decision, List<DeadlineRecord> deadlines) {

    static @Nullable Before of(CleanupDecision.@Nullable Before it) {
      return it == null
          ? null
          : new Before(
              it.state().name(),
              DecisionRecord.of(it.decision()),
              DeadlineRecord.of(it.deadlines()));
    }

    CleanupDecision.Before before() {
      return new CleanupDecision.Before(
          GroupState.valueOf(state),
          decision == null ? null : decision.decision(),
          DeadlineRecord.deadlines(deadlines));
    }
  }

  static @Nullable DecisionRecord of(@Nullable CleanupDecision it) {
    if (it == null) {
      return null;
    }
    Actor by = it.decidedBy();
    GroupId target = it.mergeInto();
    return new DecisionRecord(
        it.kind().name(),
        it.reason(),
        by.issuer(),
        by.subject(),
        by.role(),
        by.unit(),
        it.decidedOn(),
        it.dueOn(),
        target == null ? null : target.text(),
        it.round(),
        it.origin().name(),
        it.executedOn(),
        it.restoreUntil(),
        it.withdrawnOn(),
        it.askedFor(),
        Before.of(it.before()),
        it.againOn());
  }

  CleanupDecision decision() {
    return new CleanupDecision(
        DecisionKind.valueOf(kind),
        reason,
        new Actor(issuer, subject, role, actorUnit),
        decidedOn,
        dueOn,
        mergeInto == null ? null : GroupId.parse(mergeInto),
        round,
        cameFrom(),
        executedOn,
        restoreUntil,
        withdrawnOn,
        askedFor,
        before == null ? null : before.before(),
        againOn);
  }

  /** Of those whose origin was not stored, one of a round was taken for one of its self-check. */
  private DecisionOrigin cameFrom() {
    if (origin != null) {
      return DecisionOrigin.valueOf(origin);
    }
    if (role.equals(Actor.RULE)) {
      return DecisionOrigin.RULE;
    }
    return round == null ? DecisionOrigin.BY_HAND : DecisionOrigin.SELF_CHECK;
  }
}
