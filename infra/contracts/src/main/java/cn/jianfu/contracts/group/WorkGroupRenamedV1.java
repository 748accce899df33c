package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** A group was renamed (更名); the former name is kept. */
public record WorkGroupRenamedV1(WorkGroupV1 group, ActorV1 actor, String formerName)
    implements WorkGroupEvent {}
