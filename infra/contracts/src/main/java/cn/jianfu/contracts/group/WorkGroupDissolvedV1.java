package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** A dissolution was executed (解散). */
public record WorkGroupDissolvedV1(WorkGroupV1 group, ActorV1 actor) implements WorkGroupEvent {}
