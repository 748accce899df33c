package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** The group's unit was warned that it will be dissolved. */
public record WorkGroupWarnedV1(WorkGroupV1 group, ActorV1 actor) implements WorkGroupEvent {}
