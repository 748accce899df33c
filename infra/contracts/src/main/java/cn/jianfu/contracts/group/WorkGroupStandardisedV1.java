package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** What a decision to standardise asked for was done (规范). */
public record WorkGroupStandardisedV1(WorkGroupV1 group, ActorV1 actor) implements WorkGroupEvent {}
