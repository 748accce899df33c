package cn.jianfu.group.workgroup;

import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.GroupState;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** A group is merged only into one that is there and stays. */
final class MergeTargets {

  static final ProblemType MISSING = new ProblemType("group.merge-target-unknown", 422);
  static final ProblemType LEAVING = new ProblemType("group.merge-target-leaving", 422);

  private static final Set<GroupState> STAYING =
      EnumSet.of(GroupState.DECLARED, GroupState.FILED, GroupState.ACTIVE, GroupState.WARNED);

  private final Map<String, GroupState> states;

  private MergeTargets(Map<String, GroupState> states) {
    this.states = states;
  }

  /** The targets of these orders, as they are now. */
  static Mono<MergeTargets> of(List<Order> orders, WorkGroups groups) {
    List<String> ids =
        orders.stream().flatMap(MergeTargets::target).map(GroupId::text).distinct().toList();
    return ids.isEmpty()
        ? Mono.just(new MergeTargets(Map.of()))
        : groups
            .findAll(ids)
            .collectMap(Stored::id, stored -> stored.state().state())
            .map(MergeTargets::new);
  }

  Optional<Problem> problemOf(Order order) {
    return target(order).findFirst().map(GroupId::text).flatMap(this::problemOf);
  }

  private Optional<Problem> problemOf(String target) {
    GroupState state = states.get(target);
    if (state == null) {
      return Optional.of(Problem.of(MISSING).at("/mergeInto", "merge-target-unknown"));
    }
    return STAYING.contains(state)
        ? Optional.empty()
        : Optional.of(Problem.of(LEAVING).at("/mergeInto", "merge-target-leaving"));
  }

  private static Stream<GroupId> target(Order order) {
    return order.command() instanceof WorkGroupCommand.Decide decide
            && !Objects.equals(decide.mergeInto(), order.id())
        ? Stream.ofNullable(decide.mergeInto())
        : Stream.empty();
  }
}
