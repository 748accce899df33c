package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** A merge was executed (合并); the group named in the decision goes on. */
public record WorkGroupMergedV1(WorkGroupV1 group, ActorV1 actor) implements WorkGroupEvent {}
