package cn.jianfu.group.intake;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.activity.ActivityReports;
import cn.jianfu.group.activity.CountActivity;
import cn.jianfu.group.members.MembersReports;
import cn.jianfu.group.members.TakeMembers;
import cn.jianfu.group.workgroup.GroupRequests;
import cn.jianfu.group.workgroup.Order;
import cn.jianfu.group.workgroup.Orders;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.security.Caller;
import java.util.Map;

/** The types of event that towns may push, with their data and what each asks for. */
final class TownEvents {

  static final ProblemType UNKNOWN_TYPE = new ProblemType("group.unknown-event-type", 400);

  private final Map<String, Kind<?>> kinds;

  TownEvents(Orders orders, MembersReports members, ActivityReports activity) {
    kinds =
        Map.of(
            "town.group-declared.v1",
            ofGroup(GroupRequests.DeclareGroup.class, orders::declare),
            "town.group-filed.v1",
            ofGroup(GroupRequests.FileGroup.class, orders::file),
            "town.group-renamed.v1",
            ofGroup(GroupRequests.RenameGroup.class, orders::rename),
            "town.group-owner-changed.v1",
            ofGroup(GroupRequests.ChangeOwner.class, orders::changeOwner),
            "town.group-decided.v1",
            ofGroup(GroupRequests.TakeDecision.class, orders::decide),
            "town.group-executed.v1",
            ofGroup(GroupRequests.ReportExecution.class, orders::execute),
            "town.group-decision-withdrawn.v1",
            ofGroup(Nothing.class, (caller, id, _, from) -> orders.withdraw(caller, id, from)),
            "town.group-restored.v1",
            ofGroup(GroupRequests.RestoreGroup.class, orders::restore),
            "town.group-members-taken.v1",
            new Kind<>(
                TakeMembers.class,
                (caller, id, data, from) ->
                    new PushedEvent.OfMembers(members.read(caller, id, data, from))),
            "town.group-activity-counted.v1",
            new Kind<>(
                CountActivity.class,
                (caller, id, data, from) ->
                    new PushedEvent.OfActivity(activity.read(caller, id, null, data, from))));
  }

  /** Data of an event whose type says all. */
  private record Nothing() {}

  /** A type of event. */
  record Kind<T>(Class<T> data, Meaning<T, PushedEvent> meaning) {}

  /** What well-formed data about a group asks for, or an exception with the problem. */
  interface Meaning<T, R> {
    R of(Caller caller, GroupId id, T data, Origin from);
  }

  /** The type of that name, or an exception with the problem. */
  Kind<?> kind(String type) {
    Kind<?> kind = kinds.get(type);
    if (kind == null) {
      String meant = String.join(", ", MeantName.of(type, kinds.keySet()));
      throw Problem.of(UNKNOWN_TYPE)
          .at("/type", "unknown-event-type", Map.of("meant", meant))
          .toException();
    }
    return kind;
  }

  private static <T> Kind<T> ofGroup(Class<T> data, Meaning<T, Order> order) {
    return new Kind<>(
        data,
        (caller, id, body, from) -> new PushedEvent.OfGroup(order.of(caller, id, body, from)));
  }
}
