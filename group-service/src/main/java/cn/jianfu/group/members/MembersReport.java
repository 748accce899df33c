package cn.jianfu.group.members;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.GroupId;

/**
 * Somebody reports the members of a group.
 *
 * @param answeredAgain whether a repeat is to be answered as the first time
 */
public record MembersReport(
    GroupId id, GroupMembers members, Actor actor, Origin origin, boolean answeredAgain) {

  MembersReport withAnswerKept() {
    return new MembersReport(id, members, actor, origin, true);
  }
}
