package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** A dissolved group was restored inside its window. */
public record WorkGroupRestoredV1(WorkGroupV1 group, ActorV1 actor) implements WorkGroupEvent {}
