package cn.jianfu.group.intake;

import cn.jianfu.group.activity.ActivityReport;
import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.members.MembersReport;
import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.members.domain.MemberSnapshot.Flaw;
import cn.jianfu.group.workgroup.Followed;
import cn.jianfu.group.workgroup.Order;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.security.Caller;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What is done with the events of a request, really or as a rehearsal. */
interface IntakeSteps {

  Mono<List<Followed>> follow(List<Order> orders);

  /** What stands against taking reports of these groups, by the group's id. */
  Mono<Map<String, Problem>> seen(Caller caller, List<GroupId> reported);

  Mono<List<Outcome<GroupMembers, List<Flaw>>>> members(List<MembersReport> reports);

  Mono<List<Outcome<ActivityDay, ActivityDay.Verdict>>> activity(List<ActivityReport> reports);
}
