package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** A unit declared a group. */
public record WorkGroupDeclaredV1(WorkGroupV1 group, ActorV1 actor) implements WorkGroupEvent {}
