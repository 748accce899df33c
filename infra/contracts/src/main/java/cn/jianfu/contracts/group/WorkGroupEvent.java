package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** What happened to a work group, with the group's complete state after it. */
public sealed interface WorkGroupEvent
    permits WorkGroupObservedV1,
        WorkGroupDeclaredV1,
        WorkGroupFiledV1,
        WorkGroupActivatedV1,
        WorkGroupChangedV1,
        WorkGroupRenamedV1,
        WorkGroupOwnerChangedV1,
        WorkGroupWarnedV1,
        WorkGroupWarningLiftedV1,
        WorkGroupDecidedV1,
        WorkGroupDecisionWithdrawnV1,
        WorkGroupDissolvedV1,
        WorkGroupMergedV1,
        WorkGroupStandardisedV1,
        WorkGroupRestoredV1,
        WorkGroupArchivedV1,
        WorkGroupDeclarationWithdrawnV1,
        WorkGroupJoinedV1,
        WorkGroupSeparatedV1 {

  WorkGroupV1 group();

  ActorV1 actor();
}
