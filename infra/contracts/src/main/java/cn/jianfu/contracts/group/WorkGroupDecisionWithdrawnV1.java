package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** A decision was taken back before it was executed. */
public record WorkGroupDecisionWithdrawnV1(WorkGroupV1 group, ActorV1 actor)
    implements WorkGroupEvent {}
