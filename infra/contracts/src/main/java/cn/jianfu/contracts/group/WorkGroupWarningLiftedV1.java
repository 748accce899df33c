package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** A warned group is active again. */
public record WorkGroupWarningLiftedV1(WorkGroupV1 group, ActorV1 actor)
    implements WorkGroupEvent {}
