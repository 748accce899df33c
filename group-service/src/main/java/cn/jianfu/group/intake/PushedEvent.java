package cn.jianfu.group.intake;

import cn.jianfu.group.activity.ActivityReport;
import cn.jianfu.group.members.MembersReport;
import cn.jianfu.group.workgroup.Order;
import cn.jianfu.web.problem.Problem;

/** What a pushed event asks for. */
sealed interface PushedEvent {

  record OfGroup(Order order) implements PushedEvent {}

  record OfMembers(MembersReport report) implements PushedEvent {}

  record OfActivity(ActivityReport report) implements PushedEvent {}

  /** It cannot be understood, or the sender may not send it. */
  record Refused(Problem why) implements PushedEvent {}
}
