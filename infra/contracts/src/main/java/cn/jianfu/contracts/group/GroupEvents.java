package cn.jianfu.contracts.group;

import static cn.jianfu.contracts.Topics.GROUP_ACTIVITY;
import static cn.jianfu.contracts.Topics.GROUP_EVENTS;

import cn.jianfu.contracts.EventType;
import java.util.List;

/** The events of group-service. */
public final class GroupEvents {

  public static final List<EventType<?>> ALL =
      List.of(
          event("group.work-group-observed.v1", WorkGroupObservedV1.class),
          event("group.work-group-declared.v1", WorkGroupDeclaredV1.class),
          event("group.work-group-filed.v1", WorkGroupFiledV1.class),
          event("group.work-group-activated.v1", WorkGroupActivatedV1.class),
          event("group.work-group-changed.v1", WorkGroupChangedV1.class),
          event("group.work-group-renamed.v1", WorkGroupRenamedV1.class),
          event("group.work-group-owner-changed.v1", WorkGroupOwnerChangedV1.class),
          event("group.work-group-warned.v1", WorkGroupWarnedV1.class),
          event("group.work-group-warning-lifted.v1", WorkGroupWarningLiftedV1.class),
          event("group.work-group-decided.v1", WorkGroupDecidedV1.class),
          event("group.work-group-decision-withdrawn.v1", WorkGroupDecisionWithdrawnV1.class),
          event("group.work-group-dissolved.v1", WorkGroupDissolvedV1.class),
          event("group.work-group-merged.v1", WorkGroupMergedV1.class),
          event("group.work-group-standardised.v1", WorkGroupStandardisedV1.class),
          event("group.work-group-restored.v1", WorkGroupRestoredV1.class),
          event("group.work-group-archived.v1", WorkGroupArchivedV1.class),
          event("group.work-group-declaration-withdrawn.v1", WorkGroupDeclarationWithdrawnV1.class),
          event("group.work-group-joined.v1", WorkGroupJoinedV1.class),
          event("group.work-group-separated.v1", WorkGroupSeparatedV1.class),
          event("group.work-group-restated.v1", WorkGroupRestatedV1.class),
          event("group.members-counted.v1", MembersCountedV1.class),
          event("group.finding-raised.v1", FindingRaisedV1.class),
          event("group.finding-cleared.v1", FindingClearedV1.class),
          event("group.load-summarised.v1", LoadSummarisedV1.class),
          event("group.self-check-changed.v1", SelfCheckChangedV1.class),
          event("group.pushes-counted.v1", PushesCountedV1.class),
          event("group.register-imported.v1", RegisterImportedV1.class),
          event("group.secrecy-told.v1", SecrecyToldV1.class),
          event("group.event-retracted.v1", EventRetractedV1.class),
          new EventType<>("group.activity-recorded.v1", ActivityRecordedV1.class, GROUP_ACTIVITY));

  private GroupEvents() {}

  private static <E> EventType<E> event(String name, Class<E> payload) {
    return new EventType<>(name, payload, GROUP_EVENTS);
  }
}
