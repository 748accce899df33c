package cn.jianfu.group.intake;

import cn.jianfu.group.activity.ActivityDays;
import cn.jianfu.group.activity.ActivityReports;
import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.members.MembersReports;
import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.workgroup.GroupsInUse;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Rehearsal;
import cn.jianfu.web.intake.IncomingEvent;
import cn.jianfu.web.intake.IntakeAnswer;
import cn.jianfu.web.security.Caller;
import java.util.List;
import reactor.core.publisher.Mono;

/** Tells what would become of the events of one request, as they would be applied. */
final class IntakeRehearsal {

  private final PushedEvents events;
  private final WorkGroups groups;
  private final GroupsInUse inUse;
  private final MembersOfGroups members;
  private final ActivityDays activity;
  private final Rehearsal<WorkGroup> ofGroups;
  private final Rehearsal<GroupMembers> ofMembers;
  private final Rehearsal<ActivityDay> ofActivity;

  IntakeRehearsal(
      PushedEvents events,
      WorkGroups groups,
      GroupsInUse inUse,
      MembersOfGroups members,
      ActivityDays activity) {
    this.events = events;
    this.groups = groups;
    this.inUse = inUse;
    this.members = members;
    this.activity = activity;
    this.ofGroups = groups.rehearsal();
    this.ofMembers = members.rehearsal();
    this.ofActivity = activity.rehearsal();
  }

  /** Answers in the order of the events; later lots build on earlier ones. */
  Mono<List<IntakeAnswer>> handle(Caller caller, List<IncomingEvent> incoming) {
    Chunk chunk = new Chunk(incoming.stream().map(each -> events.read(caller, each)).toList());
    return groups
        .rehearse(ofGroups, chunk.orders())
        .doOnNext(chunk::answerOrders)
        .then(Mono.defer(() -> inUse.wouldBeSeen(caller, ofGroups, chunk.reported())))
        .doOnNext(chunk::decline)
        .then(Mono.defer(() -> reports(chunk)))
        .then(Mono.fromSupplier(chunk::answers));
  }

  private Mono<Void> reports(Chunk chunk) {
    return members
        .rehearse(ofMembers, chunk.membersReports())
        .doOnNext(outcomes -> chunk.answerMembers(outcomes, MembersReports::problem))
        .then(Mono.defer(() -> activity.rehearse(ofActivity, chunk.activityReports())))
        .doOnNext(outcomes -> chunk.answerActivity(outcomes, ActivityReports::problem))
        .then();
  }
}
