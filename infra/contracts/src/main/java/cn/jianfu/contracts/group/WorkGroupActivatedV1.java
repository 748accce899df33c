package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** A filed group was seen in use for the first time. */
public record WorkGroupActivatedV1(WorkGroupV1 group, ActorV1 actor) implements WorkGroupEvent {}
