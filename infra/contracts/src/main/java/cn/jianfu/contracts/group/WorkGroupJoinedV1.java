package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/**
 * A group that only a register knew goes on under the id that its platform has for it (同群合一). It
 * was one group all the time: the other has taken over its past, and this one is JOINED and counts
 * on no day.
 *
 * @param into the id under which it goes on
 */
public record WorkGroupJoinedV1(WorkGroupV1 group, String into, ActorV1 actor)
    implements WorkGroupEvent {}
