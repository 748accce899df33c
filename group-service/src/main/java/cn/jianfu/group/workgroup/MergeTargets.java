package cn.jianfu.group.workgroup;

import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.GroupState;
import cn.jianfu.group.workgroup.domain.WorkGroup;
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

  private final Map<String, WorkGroup> targets;
  private final ReferenceData district;

  private MergeTargets(Map<String, WorkGroup> targets, ReferenceData district) {
    this.targets = targets;
    this.district = district;
  }

  /** The targets of these orders, as they are now. */
  static Mono<MergeTargets> of(List<Order> orders, WorkGroups groups, ReferenceData district) {
    List<String> ids =
        orders.stream().flatMap(MergeTargets::target).map(GroupId::text).distinct().toList();
    return ids.isEmpty()
        ? Mono.just(new MergeTargets(Map.of(), district))
        : groups
            .findAll(ids)
            .collectMap(Stored::id, Stored::state)
            .map(targets -> new MergeTargets(targets, district));
  }

  Optional<Problem> problemOf(Order order) {
    return target(order).findFirst().flatMap(target -> problemOf(order, target));
  }

  private Optional<Problem> problemOf(Order order, GroupId id) {
    WorkGroup target = targets.get(id.text());
    if (target == null || !isNear(target, order)) {
      return Optional.of(Problem.of(MISSING).at("/mergeInto", "merge-target-unknown"));
    }
    return STAYING.contains(target.state())
        ? Optional.empty()
        : Optional.of(Problem.of(LEAVING).at("/mergeInto", "merge-target-leaving"));
  }

  /** Another town's group is as unknown as one that is not there. */
  private boolean isNear(WorkGroup target, Order order) {
    return district.within(target.id().unit(), order.actor().unit())
        || district.townOf(order.id().unit()).equals(Optional.of(target.profile().town()));
  }

  private static Stream<GroupId> target(Order order) {
    return order.command() instanceof WorkGroupCommand.Decide decide
            && !Objects.equals(decide.mergeInto(), order.id())
        ? Stream.ofNullable(decide.mergeInto())
        : Stream.empty();
  }
}
