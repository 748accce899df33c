package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** A group was filed (备案). */
public record WorkGroupFiledV1(WorkGroupV1 group, ActorV1 actor) implements WorkGroupEvent {}
