package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** A cleanup decision was taken. */
public record WorkGroupDecidedV1(WorkGroupV1 group, ActorV1 actor) implements WorkGroupEvent {}
