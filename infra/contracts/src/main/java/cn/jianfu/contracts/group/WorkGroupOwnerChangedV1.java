package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** Another person or unit answers for the group. */
public record WorkGroupOwnerChangedV1(WorkGroupV1 group, ActorV1 actor) implements WorkGroupEvent {}
