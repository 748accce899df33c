package cn.jianfu.group.selfcheck;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.workgroup.Followed;
import cn.jianfu.group.workgroup.GroupRequests;
import cn.jianfu.group.workgroup.Order;
import cn.jianfu.group.workgroup.Orders;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.CleanupDecision;
import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.group.workgroup.domain.DecisionOrigin;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.problem.Problem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes the decisions that a unit's answers stand for; doing it again changes nothing. */
final class AnswersBecomeDecisions {

  private final SelfChecks checks;
  private final WorkGroups groups;
  private final Orders orders;
  private final Origins origins;

  AnswersBecomeDecisions(SelfChecks checks, WorkGroups groups, Orders orders, Origins origins) {
    this.checks = checks;
    this.groups = groups;
    this.orders = orders;
    this.origins = origins;
  }

  /** What stands against a decision, by group. */
  Mono<Map<String, Problem>> of(SelfCheck list) {
    return orders(list).flatMap(decisions -> followed(list, decisions));
  }

  /** The same of a list that nobody has stored; nothing is decided. */
  Mono<Map<String, Problem>> rehearsed(SelfCheck list) {
    return orders(list)
        .flatMap(
            decisions -> groups.rehearse(decisions).map(followed -> problems(decisions, followed)));
  }

  private Mono<List<Order>> orders(SelfCheck list) {
    List<SelfCheckItem> answered = list.items().stream().filter(item -> !item.isOpen()).toList();
    return answered.isEmpty()
        ? Mono.just(List.of())
        : groups
            .findAll(answered.stream().map(SelfCheckItem::groupId).toList())
            .collectMap(Stored::id)
            .map(known ->
                answered.stream()
                    .flatMap(item -> orders(list, item, known.get(item.groupId())))
                    .toList());
  }

  private Mono<Map<String, Problem>> followed(SelfCheck list, List<Order> decisions) {
    return groups
        .followAll(decisions)
        .flatMap(followed -> {
          Map<String, Problem> problems = problems(decisions, followed);
          // What could not be decided now stays due, and is found by the sweep.
          return followed.stream().anyMatch(Followed::undecided)
              ? Mono.just(problems)
              : checks.decided(list).thenReturn(problems);
        });
  }

  /**
   * A decision that an earlier answer led to goes first when the answer now says otherwise. What
   * was decided by hand stays, also in the same round, and whoever answers hears of it.
   */
  private Stream<Order> orders(
      SelfCheck list, SelfCheckItem item, @Nullable Stored<WorkGroup> group) {
    return Stream.concat(
        Stream.ofNullable(group)
            .filter(known -> isOutdated(known.state().decision(), list, item))
            .map(known -> withdrawal(item, known)),
        Stream.of(item).filter(it -> it.decided() != null).map(it -> decision(list, it)));
  }

  private static boolean isOutdated(
      @Nullable CleanupDecision decision, SelfCheck list, SelfCheckItem item) {
    return decision != null
        && decision.origin() == DecisionOrigin.SELF_CHECK
        && list.round().equals(decision.round())
        && decision.withdrawnOn() == null
        && (decision.isOpen() || decision.ends() || decision.kind() == DecisionKind.KEEP)
        && !isWhat(item, decision);
  }

  private static boolean isWhat(SelfCheckItem item, CleanupDecision decision) {
    GroupId target = decision.mergeInto();
    return decision.kind().name().equals(item.decided())
        && Objects.equals(target == null ? null : target.text(), item.decidedMergeInto());
  }

  // Only the decision that was seen: another look at the same list may have been faster.
  private Order withdrawal(SelfCheckItem item, Stored<WorkGroup> group) {
    return new Order(
            group.state().id(),
            new WorkGroupCommand.WithdrawDecision(answeredOn(item)),
            actor(item),
            origins.own())
        .expecting(group.version());
  }

  private Order decision(SelfCheck list, SelfCheckItem item) {
    String key = "self-check/" + list.round() + "/" + item.groupId() + "/" + item.answers();
    GroupRequests.TakeDecision body =
        new GroupRequests.TakeDecision(
            DecisionKind.valueOf(String.valueOf(item.decided())),
            reason(item),
            item.decidedMergeInto(),
            null,
            list.round(),
            item.answeredOn());
    return orders.decideAsAnswered(
        actor(item),
        GroupId.parse(item.groupId()),
        body,
        new Origin(key, "", Origin.OWN + "#self-check", null));
  }

  private static Actor actor(SelfCheckItem item) {
    SelfCheck.By by = Objects.requireNonNull(item.answeredBy(), "is answered");
    return new Actor(by.issuer(), by.subject(), by.role(), by.unit());
  }

  private static LocalDate answeredOn(SelfCheckItem item) {
    return Objects.requireNonNull(item.answeredOn(), "is answered");
  }

  static String reason(SelfCheckItem item) {
    String own = item.reason();
    if (own != null) {
      return own;
    }
    return item.because().isEmpty() ? "自查确认" : "自查确认：" + String.join("、", item.because());
  }

  private static Map<String, Problem> problems(List<Order> decisions, List<Followed> followed) {
    Map<String, Problem> problems = new HashMap<>();
    for (int i = 0; i < decisions.size(); i++) {
      String id = decisions.get(i).id().text();
      followed.get(i).problem().ifPresent(problem -> problems.putIfAbsent(id, problem));
    }
    return problems;
  }
}
