package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/**
 * A group that only a register knew is not the one under a platform's id after all: that they were
 * made one is undone (撤销合一). It is again as it was, and counts on the days on which it was there.
 *
 * @param from the id that it went on under until then
 */
public record WorkGroupSeparatedV1(WorkGroupV1 group, String from, ActorV1 actor)
    implements WorkGroupEvent {}
