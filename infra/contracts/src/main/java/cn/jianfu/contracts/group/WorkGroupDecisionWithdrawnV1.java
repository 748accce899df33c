package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/**
 * A decision was taken back before it was executed. The group has the decision that stood before
 * it, if one did, and else the withdrawn one.
 */
public record WorkGroupDecisionWithdrawnV1(WorkGroupV1 group, ActorV1 actor)
    implements WorkGroupEvent {}
