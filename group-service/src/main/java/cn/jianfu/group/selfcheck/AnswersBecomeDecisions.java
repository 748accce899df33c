package cn.jianfu.group.selfcheck;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.workgroup.Followed;
import cn.jianfu.group.workgroup.GroupRequests;
import cn.jianfu.group.workgroup.Order;
import cn.jianfu.group.workgroup.Orders;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.web.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Takes the decisions that a unit's answers stand for; doing it again changes nothing. */
final class AnswersBecomeDecisions {

  private final SelfChecks checks;
  private final WorkGroups groups;
  private final Orders orders;

  AnswersBecomeDecisions(SelfChecks checks, WorkGroups groups, Orders orders) {
    this.checks = checks;
    this.groups = groups;
    this.orders = orders;
  }

  /** What stands against a decision, by group. */
  Mono<Map<String, Problem>> of(SelfCheck list) {
    SelfCheck.By by = list.answeredBy();
    if (by == null) {
      return Mono.just(Map.of());
    }
    Actor actor = new Actor(by.issuer(), by.subject(), by.role(), by.unit());
    List<Order> decisions = new ArrayList<>();
    for (SelfCheckItem item : list.items()) {
      if (item.decided() != null) {
        decisions.add(order(list, item, actor));
      }
    }
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

  private Order order(SelfCheck list, SelfCheckItem item, Actor actor) {
    String key =
        "self-check/"
            + list.round()
            + "/"
            + item.groupId()
            + "/"
            + item.decided()
            + "/"
            + item.decidedMergeInto();
    GroupRequests.TakeDecision body =
        new GroupRequests.TakeDecision(
            DecisionKind.valueOf(String.valueOf(item.decided())),
            reason(item),
            item.decidedMergeInto(),
            null,
            list.round(),
            item.answeredOn());
    return orders.decide(
        actor,
        GroupId.parse(item.groupId()),
        body,
        new Origin(key, "", Origin.OWN + "#self-check", null));
  }

  private static String reason(SelfCheckItem item) {
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
      followed.get(i).problem().ifPresent(problem -> problems.put(id, problem));
    }
    return problems;
  }
}
