package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** Activity or members arrived for a group that nobody declared. */
public record WorkGroupObservedV1(WorkGroupV1 group, ActorV1 actor) implements WorkGroupEvent {}
