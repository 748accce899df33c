package cn.jianfu.group.activity;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.GroupId;

/** Somebody reports what was counted in a group on one day. */
public record ActivityReport(GroupId id, ActivityDay day, Actor actor, Origin origin) {}
