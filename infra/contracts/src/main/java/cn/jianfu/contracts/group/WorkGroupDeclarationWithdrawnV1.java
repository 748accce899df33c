package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;

/**
 * What was said about a group was an error: it is again as it was before, and WITHDRAWN when nobody
 * knew it before.
 */
public record WorkGroupDeclarationWithdrawnV1(WorkGroupV1 group, ActorV1 actor)
    implements WorkGroupEvent {}
