package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** Fields of a group changed, without its state changing. */
public record WorkGroupChangedV1(WorkGroupV1 group, ActorV1 actor) implements WorkGroupEvent {}
