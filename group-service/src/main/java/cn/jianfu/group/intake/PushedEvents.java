package cn.jianfu.group.intake;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.activity.ActivityReports;
import cn.jianfu.group.activity.CountActivity;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.members.MembersReports;
import cn.jianfu.group.members.TakeMembers;
import cn.jianfu.group.workgroup.GroupRequests;
import cn.jianfu.group.workgroup.Order;
import cn.jianfu.group.workgroup.Orders;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.web.intake.IncomingEvent;
import cn.jianfu.web.problem.ConstraintProblems;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads pushed events: the subject is the group, the data is the body of the resource. */
final class PushedEvents {

  static final ProblemType UNKNOWN_TYPE = new ProblemType("group.unknown-event-type", 400);

  /** By how much a sender's clock may be fast. */
  private static final Duration WRONG_CLOCKS = Duration.ofMinutes(5);

  private final JsonMapper json;
  private final Validator validator;
  private final Orders orders;
  private final MembersReports members;
  private final ActivityReports activity;
  private final DistrictClock clock;

  PushedEvents(
      JsonMapper json,
      Validator validator,
      Orders orders,
      MembersReports members,
      ActivityReports activity,
      DistrictClock clock) {
    this.json = json;
    this.validator = validator;
    this.orders = orders;
    this.members = members;
    this.activity = activity;
    this.clock = clock;
  }

  /** Data of an event whose type says all. */
  private record Nothing() {}

  PushedEvent read(Caller caller, IncomingEvent event) {
    try {
      return understood(caller, event);
    } catch (ProblemException refused) {
      return new PushedEvent.Refused(refused.problem());
    }
  }

  private PushedEvent understood(Caller caller, IncomingEvent event) {
    GroupId id = subject(event.subject());
    mustHaveHappened(event.time());
    Origin from = new Origin(event.key(), event.bodyHash(), event.source(), event.time());
    return switch (event.type()) {
      case "town.group-declared.v1" ->
          group(
              event,
              GroupRequests.DeclareGroup.class,
              body -> orders.declare(caller, id, body, from));
      case "town.group-filed.v1" ->
          group(event, GroupRequests.FileGroup.class, body -> orders.file(caller, id, body, from));
      case "town.group-renamed.v1" ->
          group(
              event,
              GroupRequests.RenameGroup.class,
              body -> orders.rename(caller, id, body, from));
      case "town.group-owner-changed.v1" ->
          group(
              event,
              GroupRequests.ChangeOwner.class,
              body -> orders.changeOwner(caller, id, body, from));
      case "town.group-decided.v1" ->
          group(
              event,
              GroupRequests.TakeDecision.class,
              body -> orders.decide(caller, id, body, from));
      case "town.group-executed.v1" ->
          group(
              event,
              GroupRequests.ReportExecution.class,
              body -> orders.execute(caller, id, body, from));
      case "town.group-decision-withdrawn.v1" ->
          group(event, Nothing.class, _ -> orders.withdraw(caller, id, from));
      case "town.group-restored.v1" ->
          group(
              event,
              GroupRequests.RestoreGroup.class,
              body -> orders.restore(caller, id, body, from));
      case "town.group-members-taken.v1" -> {
        TakeMembers body = event.data().read(json, TakeMembers.class);
        yield new PushedEvent.OfMembers(underData(() -> members.read(caller, id, body, from)));
      }
      case "town.group-activity-counted.v1" -> {
        CountActivity body = event.data().read(json, CountActivity.class);
        yield new PushedEvent.OfActivity(
            underData(() -> activity.read(caller, id, null, body, from)));
      }
      default -> throw Problem.of(UNKNOWN_TYPE).at("/type", "unknown-event-type").toException();
    };
  }

  private <T> PushedEvent group(IncomingEvent event, Class<T> type, Function<T, Order> order) {
    T body = event.data().read(json, type);
    Set<ConstraintViolation<T>> violations = validator.validate(body);
    if (!violations.isEmpty()) {
      throw ConstraintProblems.of(violations).under("/data").toException();
    }
    return new PushedEvent.OfGroup(underData(() -> order.apply(body)));
  }

  private static <T> T underData(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ProblemException wrong) {
      throw new ProblemException(wrong.problem().under("/data"), wrong);
    }
  }

  /** A time to come would make everything that is sent until then look late. */
  private void mustHaveHappened(@Nullable Instant time) {
    if (time != null && time.isAfter(clock.now().plus(WRONG_CLOCKS))) {
      throw Problem.of(WebProblems.UNPROCESSABLE).at("/time", "time-in-future").toException();
    }
  }

  private static GroupId subject(@Nullable String subject) {
    if (subject == null) {
      throw Problem.of(WebProblems.INVALID).at("/subject", "required").toException();
    }
    try {
      return GroupId.parse(subject);
    } catch (IllegalArgumentException malformed) {
      throw new ProblemException(
          Problem.of(WebProblems.INVALID).at("/subject", "not-readable"), malformed);
    }
  }
}
