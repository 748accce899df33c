package cn.jianfu.group.members;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.GroupId;

/** Somebody reports the members of a group. */
public record MembersReport(GroupId id, GroupMembers members, Actor actor, Origin origin) {}
