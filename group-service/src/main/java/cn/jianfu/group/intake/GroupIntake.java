package cn.jianfu.group.intake;

import cn.jianfu.group.activity.ActivityDays;
import cn.jianfu.group.activity.ActivityReport;
import cn.jianfu.group.activity.ActivityReports;
import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.members.MembersReport;
import cn.jianfu.group.members.MembersReports;
import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.members.domain.MemberSnapshot.Flaw;
import cn.jianfu.group.workgroup.GroupsInUse;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.web.intake.IncomingEvent;
import cn.jianfu.web.intake.IntakeAnswer;
import cn.jianfu.web.security.Caller;
import java.util.List;
import reactor.core.publisher.Mono;

/** Applies what towns report, one or many, in as few writes as possible. */
public final class GroupIntake {

  private final PushedEvents events;
  private final WorkGroups groups;
  private final GroupsInUse inUse;
  private final MembersOfGroups members;
  private final ActivityDays activity;

  GroupIntake(
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
  }

  /** What became of the report; errors carry the problem of the group itself. */
  public Mono<Outcome<GroupMembers, List<Flaw>>> members(Caller caller, MembersReport report) {
    return seen(caller, report.id())
        .then(Mono.defer(() -> members.takeAll(List.of(report))))
        .map(List::getFirst);
  }

  /** What became of the report; errors carry the problem of the group itself. */
  public Mono<Outcome<ActivityDay, ActivityDay.Verdict>> activity(
      Caller caller, ActivityReport report) {
    return seen(caller, report.id())
        .then(Mono.defer(() -> activity.recordAll(List.of(report))))
        .map(List::getFirst);
  }

  /** Applies events in order: groups first, then who is in them and what they did. */
  Mono<List<IntakeAnswer>> handle(Caller caller, List<IncomingEvent> incoming) {
    Chunk chunk = new Chunk(incoming.stream().map(each -> events.read(caller, each)).toList());
    return groups
        .followAll(chunk.orders())
        .doOnNext(chunk::answerOrders)
        .then(Mono.defer(() -> inUse.seen(caller, chunk.reported())))
        .doOnNext(chunk::decline)
        .then(Mono.defer(() -> reports(chunk)))
        .then(Mono.fromSupplier(chunk::answers));
  }

  /** What would become of events; one for all events of a request, and nothing is written. */
  IntakeRehearsal rehearsal() {
    return new IntakeRehearsal(events, groups, inUse, members, activity);
  }

  private Mono<Void> reports(Chunk chunk) {
    return Mono.when(
        members
            .takeAll(chunk.membersReports())
            .doOnNext(outcomes -> chunk.answerMembers(outcomes, MembersReports::problem)),
        activity
            .recordAll(chunk.activityReports())
            .doOnNext(outcomes -> chunk.answerActivity(outcomes, ActivityReports::problem)));
  }

  private Mono<Void> seen(Caller caller, GroupId id) {
    return inUse
        .seen(caller, List.of(id))
        .doOnNext(problems ->
            problems
                .values()
                .forEach(problem -> {
                  throw problem.toException();
                }))
        .then();
  }
}
