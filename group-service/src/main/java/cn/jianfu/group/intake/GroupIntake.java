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
import cn.jianfu.group.workgroup.Followed;
import cn.jianfu.group.workgroup.GroupsInUse;
import cn.jianfu.group.workgroup.Order;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.web.intake.IncomingEvent;
import cn.jianfu.web.intake.IntakeAnswer;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.security.Caller;
import java.util.List;
import java.util.Map;
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

  /** What would become of the report; nothing is written. */
  public Mono<Outcome<GroupMembers, List<Flaw>>> rehearse(Caller caller, MembersReport report) {
    return wouldBeSeen(caller, report.id()).then(Mono.defer(() -> members.rehearse(report)));
  }

  /** What would become of the report; nothing is written. */
  public Mono<Outcome<ActivityDay, ActivityDay.Verdict>> rehearse(
      Caller caller, ActivityReport report) {
    return wouldBeSeen(caller, report.id()).then(Mono.defer(() -> activity.rehearse(report)));
  }

  /** Applies events. */
  Mono<List<IntakeAnswer>> handle(Caller caller, List<IncomingEvent> incoming) {
    return handle(caller, incoming, new Applying());
  }

  /** What would become of events; nothing is written. One for all events of a request. */
  IntakeSteps rehearsal() {
    return new IntakeRehearsal(groups, inUse, members, activity);
  }

  /** In order: groups first, then who is in them and what they did. */
  Mono<List<IntakeAnswer>> handle(Caller caller, List<IncomingEvent> incoming, IntakeSteps steps) {
    Chunk chunk = new Chunk(incoming.stream().map(each -> events.read(caller, each)).toList());
    return steps
        .follow(chunk.orders())
        .doOnNext(chunk::answerOrders)
        .then(Mono.defer(() -> steps.seen(caller, chunk.reported())))
        .doOnNext(chunk::decline)
        .then(Mono.defer(() -> reports(chunk, steps)))
        .then(Mono.fromSupplier(chunk::answers));
  }

  private static Mono<Void> reports(Chunk chunk, IntakeSteps steps) {
    return Mono.when(
        steps
            .members(chunk.membersReports())
            .doOnNext(outcomes -> chunk.answerMembers(outcomes, MembersReports::problem)),
        steps
            .activity(chunk.activityReports())
            .doOnNext(outcomes -> chunk.answerActivity(outcomes, ActivityReports::problem)));
  }

  /** Every step is written. */
  private final class Applying implements IntakeSteps {

    @Override
    public Mono<List<Followed>> follow(List<Order> orders) {
      return groups.followAll(orders);
    }

    @Override
    public Mono<Map<String, Problem>> seen(Caller caller, List<GroupId> reported) {
      return inUse.seen(caller, reported);
    }

    @Override
    public Mono<List<Outcome<GroupMembers, List<Flaw>>>> members(List<MembersReport> reports) {
      return members.takeAll(reports);
    }

    @Override
    public Mono<List<Outcome<ActivityDay, ActivityDay.Verdict>>> activity(
        List<ActivityReport> reports) {
      return activity.recordAll(reports);
    }
  }

  private Mono<Void> seen(Caller caller, GroupId id) {
    return nothingAgainst(inUse.seen(caller, List.of(id)));
  }

  private Mono<Void> wouldBeSeen(Caller caller, GroupId id) {
    return nothingAgainst(inUse.wouldBeSeen(caller, groups.rehearsal(), List.of(id)));
  }

  private static Mono<Void> nothingAgainst(Mono<Map<String, Problem>> reporting) {
    return reporting
        .doOnNext(problems ->
            problems
                .values()
                .forEach(problem -> {
                  throw problem.toException();
                }))
        .then();
  }
}
