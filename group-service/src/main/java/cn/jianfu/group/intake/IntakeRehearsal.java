package cn.jianfu.group.intake;

import cn.jianfu.group.activity.ActivityDays;
import cn.jianfu.group.activity.ActivityReport;
import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.members.MembersReport;
import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.members.domain.MemberSnapshot.Flaw;
import cn.jianfu.group.workgroup.Followed;
import cn.jianfu.group.workgroup.GroupsInUse;
import cn.jianfu.group.workgroup.Order;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Rehearsal;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.security.Caller;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Decides every step and writes none; later lots of a request build on earlier ones. */
final class IntakeRehearsal implements IntakeSteps {

  private final WorkGroups groups;
  private final GroupsInUse inUse;
  private final MembersOfGroups members;
  private final ActivityDays activity;
  private final Rehearsal<WorkGroup> ofGroups;
  private final Rehearsal<GroupMembers> ofMembers;
  private final Rehearsal<ActivityDay> ofActivity;

  IntakeRehearsal(
      WorkGroups groups, GroupsInUse inUse, MembersOfGroups members, ActivityDays activity) {
    this.groups = groups;
    this.inUse = inUse;
    this.members = members;
    this.activity = activity;
    this.ofGroups = groups.rehearsal();
    this.ofMembers = members.rehearsal();
    this.ofActivity = activity.rehearsal();
  }

  @Override
  public Mono<List<Followed>> follow(List<Order> orders) {
    return groups.rehearse(ofGroups, orders);
  }

  @Override
  public Mono<Map<String, Problem>> seen(Caller caller, List<GroupId> reported) {
    return inUse.wouldBeSeen(caller, ofGroups, reported);
  }

  @Override
  public Mono<List<Outcome<GroupMembers, List<Flaw>>>> members(List<MembersReport> reports) {
    return members.rehearse(ofMembers, reports);
  }

  @Override
  public Mono<List<Outcome<ActivityDay, ActivityDay.Verdict>>> activity(
      List<ActivityReport> reports) {
    return activity.rehearse(ofActivity, reports);
  }
}
