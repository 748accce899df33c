package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/** The restore window of a dissolved group has passed. */
public record WorkGroupArchivedV1(WorkGroupV1 group, ActorV1 actor) implements WorkGroupEvent {}
