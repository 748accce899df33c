package cn.jianfu.group.workgroup;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Origin;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.register.domain.ImportKey;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.Refusal;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Makes one of a register's entry and the group under its platform's id because somebody says so,
 * or two again. What would be lost by it stands against it; names do not.
 */
final class Joinings {

  private final WorkGroups groups;
  private final ReportedGroups reports;
  private final Access access;
  private final Reference reference;
  private final DistrictClock clock;
  private final Origins origins;

  Joinings(
      WorkGroups groups,
      ReportedGroups reports,
      Access access,
      Reference reference,
      DistrictClock clock,
      Origins origins) {
    this.groups = groups;
    this.reports = reports;
    this.access = access;
    this.reference = reference;
    this.clock = clock;
    this.origins = origins;
  }

  /** How it is asked for. */
  record Asked(Origin origin, @Nullable Long version, boolean keyed, boolean dryRun) {

    Order order(GroupId id, WorkGroupCommand command, Actor by) {
      return new Order(id, command, by, origin).expecting(version).answeredAgain(keyed);
    }
  }

  /** As with the joins of the detection, the entry ends last, when all of it is taken over. */
  Mono<Followed> join(Caller caller, GroupId entry, String into, Asked asked) {
    access.townToWrite(caller, entry.unit());
    GroupId target = target(entry, into);
    Actor by = access.actor(caller);
    return known(entry)
        .flatMap(listed -> {
          Order join =
              asked.order(entry, new WorkGroupCommand.Join(target, listed, clock.today()), by);
          Order takeOver = own(target, new WorkGroupCommand.TakeOver(listed, clock.today()), by);
          return first(asked, join, mustNotLose(entry).thenReturn(takeOver), Joinings::taken);
        });
  }

  /** The entry comes back last, when all that was taken over is given back. */
  Mono<Followed> separate(Caller caller, GroupId entry, Asked asked) {
    access.townToWrite(caller, entry.unit());
    Actor by = access.actor(caller);
    Order separate = asked.order(entry, new WorkGroupCommand.Separate(clock.today()), by);
    return known(entry)
        .flatMap(group ->
            first(asked, separate, Mono.justOrEmpty(giveBack(group, by)), Followed::group));
  }

  /**
   * Follows the order when another was followed first; that is not even tried when the order would
   * change nothing or be declined.
   */
  private Mono<Followed> first(
      Asked asked, Order order, Mono<Order> other, Consumer<Followed> mustBeFine) {
    return groups
        .rehearse(order)
        .flatMap(tried ->
            !tried.changed()
                ? Mono.just(tried)
                : other
                    .flatMap(it -> asked.dryRun() ? groups.rehearse(it) : groups.follow(it))
                    .doOnNext(mustBeFine)
                    .then(
                        Mono.defer(
                            () -> asked.dryRun() ? Mono.just(tried) : groups.follow(order))));
  }

  private Mono<WorkGroup> known(GroupId entry) {
    return groups
        .find(entry)
        .map(Stored::state)
        .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
  }

  private static GroupId target(GroupId entry, String into) {
    if (!ImportKey.isOne(entry.externalId())) {
      throw Problem.of(GroupProblems.NOT_OF_REGISTER).toException();
    }
    GroupId target = parsed(into);
    if (ImportKey.isOne(target.externalId())) {
      throw wrong("join-no-platform-id").toException();
    }
    if (!target.unit().equals(entry.unit())) {
      throw wrong("join-other-unit").toException();
    }
    return target;
  }

  private static GroupId parsed(String into) {
    try {
      return GroupId.parse(into);
    } catch (IllegalArgumentException malformed) {
      throw new ProblemException(
          Problem.of(WebProblems.INVALID).at("/into", "not-readable"), malformed);
    }
  }

  private static Problem wrong(String code) {
    return Problem.of(GroupProblems.JOIN_TARGET).at("/into", code);
  }

  /** What is wrong with the group that is to go on is wrong with what was asked for. */
  private static void taken(Followed followed) {
    followed
        .problem()
        .ifPresent(problem -> {
          boolean isUnknown = problem.type().status() == 404;
          throw (isUnknown ? wrong("join-unknown") : problem.at("/into", "join-not-taken"))
              .toException();
        });
  }

  /** What was reported or exempted under the register's key would not go along. */
  private Mono<Void> mustNotLose(GroupId entry) {
    if (isExempt(entry)) {
      return Mono.error(() -> Problem.of(GroupProblems.EXEMPT_UNDER_KEY).toException());
    }
    return reports
        .anyOf(entry)
        .filter(reported -> reported)
        .flatMap(_ ->
            Mono.error(
                GroupProblems.of(
                        List.of(Refusal.REPORTED_UNDER_KEY),
                        new WorkGroupCommand.Separate(clock.today()))
                    .toException()));
  }

  private boolean isExempt(GroupId entry) {
    LocalDate today = clock.today();
    return reference.data().exemptions().stream()
        .filter(it -> entry.text().equals(it.scopeGroup()))
        .anyMatch(it ->
            !today.isAfter(it.to()) && (it.revokedOn() == null || it.revokedOn().isAfter(today)));
  }

  private @Nullable Order giveBack(WorkGroup group, Actor by) {
    return group instanceof WorkGroup.Joined(_, GroupId into, WorkGroup former) && former != null
        ? own(into, new WorkGroupCommand.GiveBack(former, clock.today()), by)
        : null;
  }

  private Order own(GroupId id, WorkGroupCommand command, Actor by) {
    return new Order(id, command, by, origins.own());
  }
}
