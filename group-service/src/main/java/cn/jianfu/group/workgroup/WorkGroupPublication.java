package cn.jianfu.group.workgroup;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.contracts.group.TransitionV1;
import cn.jianfu.contracts.group.WorkGroupActivatedV1;
import cn.jianfu.contracts.group.WorkGroupArchivedV1;
import cn.jianfu.contracts.group.WorkGroupChangedV1;
import cn.jianfu.contracts.group.WorkGroupDecidedV1;
import cn.jianfu.contracts.group.WorkGroupDecisionWithdrawnV1;
import cn.jianfu.contracts.group.WorkGroupDeclarationWithdrawnV1;
import cn.jianfu.contracts.group.WorkGroupDeclaredV1;
import cn.jianfu.contracts.group.WorkGroupDissolvedV1;
import cn.jianfu.contracts.group.WorkGroupFiledV1;
import cn.jianfu.contracts.group.WorkGroupJoinedV1;
import cn.jianfu.contracts.group.WorkGroupMergedV1;
import cn.jianfu.contracts.group.WorkGroupObservedV1;
import cn.jianfu.contracts.group.WorkGroupOwnerChangedV1;
import cn.jianfu.contracts.group.WorkGroupRenamedV1;
import cn.jianfu.contracts.group.WorkGroupRestoredV1;
import cn.jianfu.contracts.group.WorkGroupSeparatedV1;
import cn.jianfu.contracts.group.WorkGroupStandardisedV1;
import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.contracts.group.WorkGroupWarnedV1;
import cn.jianfu.contracts.group.WorkGroupWarningLiftedV1;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.CleanupDecision;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.Filing;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.Profile;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says to the other services what happened to a work group. */
final class WorkGroupPublication {

  private WorkGroupPublication() {}

  /** The published event, or empty when it concerns nobody else. */
  static Optional<Object> of(WorkGroupEvent event, WorkGroup after, Actor by) {
    WorkGroupV1 group = group(after);
    ActorV1 actor = actor(by);
    return switch (event) {
      case WorkGroupEvent.Observed _ -> Optional.of(new WorkGroupObservedV1(group, actor));
      case WorkGroupEvent.Declared _ -> Optional.of(new WorkGroupDeclaredV1(group, actor));
      case WorkGroupEvent.DeclarationWithdrawn _ ->
          Optional.of(new WorkGroupDeclarationWithdrawnV1(group, actor));
      case WorkGroupEvent.Joined it ->
          Optional.of(new WorkGroupJoinedV1(group, it.into().text(), actor));
      case WorkGroupEvent.Separated it ->
          Optional.of(new WorkGroupSeparatedV1(group, it.from().text(), actor));
      case WorkGroupEvent.Filed _ -> Optional.of(new WorkGroupFiledV1(group, actor));
      // Only matters when the group is filed, and then it is Activated.
      case WorkGroupEvent.UseSeen _ -> Optional.empty();
      case WorkGroupEvent.Activated _ -> Optional.of(new WorkGroupActivatedV1(group, actor));
      case WorkGroupEvent.TookOver _, WorkGroupEvent.GaveBack _, WorkGroupEvent.Changed _ ->
          Optional.of(new WorkGroupChangedV1(group, actor));
      case WorkGroupEvent.Renamed it ->
          Optional.of(new WorkGroupRenamedV1(group, actor, it.formerName()));
      case WorkGroupEvent.OwnerChanged _ -> Optional.of(new WorkGroupOwnerChangedV1(group, actor));
      case WorkGroupEvent.OwnerForgotten it ->
          it.asOwner() ? Optional.of(new WorkGroupOwnerChangedV1(group, actor)) : Optional.empty();
      case WorkGroupEvent.Warned _ -> Optional.of(new WorkGroupWarnedV1(group, actor));
      case WorkGroupEvent.WarningLifted _ ->
          Optional.of(new WorkGroupWarningLiftedV1(group, actor));
      case WorkGroupEvent.Decided _ -> Optional.of(new WorkGroupDecidedV1(group, actor));
      case WorkGroupEvent.DecisionWithdrawn _ ->
          Optional.of(new WorkGroupDecisionWithdrawnV1(group, actor));
      case WorkGroupEvent.Dissolved _ -> Optional.of(new WorkGroupDissolvedV1(group, actor));
      case WorkGroupEvent.Merged _ -> Optional.of(new WorkGroupMergedV1(group, actor));
      case WorkGroupEvent.Standardised _ -> Optional.of(new WorkGroupStandardisedV1(group, actor));
      case WorkGroupEvent.Restored _ -> Optional.of(new WorkGroupRestoredV1(group, actor));
      case WorkGroupEvent.Archived _ -> Optional.of(new WorkGroupArchivedV1(group, actor));
    };
  }

  /** The complete published state. */
  static WorkGroupV1 group(WorkGroup group) {
    Profile profile = group.profile();
    Facts facts = profile.facts();
    Facts.Approval approval = facts.approval();
    Filing filing = profile.filing();
    GroupId id = profile.id();
    return new WorkGroupV1(
        id.text(),
        id.unit(),
        profile.town(),
        id.platform().name(),
        id.externalId(),
        facts.name(),
        nameOf(facts.kind()),
        facts.matterCode(),
        facts.matterTitle(),
        facts.purpose(),
        facts.ownerUnit(),
        filing == null ? null : filing.number(),
        facts.createdOn(),
        facts.validUntil(),
        facts.taskCompletedOn(),
        approval == null ? null : approval.no(),
        approval == null ? null : approval.on(),
        facts.memberCount(),
        profile.declaredOn(),
        filing == null ? null : filing.on(),
        filing == null ? null : filing.name(),
        filing == null ? null : filing.renamedOn(),
        group.state().name(),
        facts.confidence().name(),
        facts.missing(),
        profile.transitions().stream()
            .map(each -> new TransitionV1(each.state().name(), each.on()))
            .toList(),
        decision(group.decision()),
        group instanceof WorkGroup.Joined joined ? joined.into().text() : null);
  }

  private static @Nullable DecisionV1 decision(@Nullable CleanupDecision decision) {
    if (decision == null) {
      return null;
    }
    GroupId target = decision.mergeInto();
    return new DecisionV1(
        decision.kind().name(),
        decision.reason(),
        actor(decision.decidedBy()),
        decision.decidedOn(),
        decision.dueOn(),
        target == null ? null : target.text(),
        decision.round(),
        decision.origin().name(),
        decision.executedOn(),
        decision.restoreUntil(),
        decision.withdrawnOn());
  }

  private static ActorV1 actor(Actor actor) {
    return new ActorV1(actor.issuer(), actor.subject(), actor.role(), actor.unit());
  }

  private static @Nullable String nameOf(@Nullable Enum<?> word) {
    return word == null ? null : word.name();
  }
}
