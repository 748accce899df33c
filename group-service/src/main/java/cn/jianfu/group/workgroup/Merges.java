package cn.jianfu.group.workgroup;

import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.domain.CleanupDecision;
import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.GroupState;
import cn.jianfu.group.workgroup.domain.MergeTies;
import cn.jianfu.group.workgroup.domain.MergeTies.Target;
import cn.jianfu.group.workgroup.domain.SaidDecision;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.messaging.aggregate.Stored;
import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The ties of each order of a batch to other groups, as the store knows them and as the orders
 * before it make them: two groups are never merged into each other, however they are sent.
 */
final class Merges {

  private static final Set<GroupState> STAYING =
      EnumSet.of(GroupState.DECLARED, GroupState.FILED, GroupState.ACTIVE, GroupState.WARNED);

  private final Map<String, WorkGroup> known;
  private final ReferenceData district;
  private final Set<String> awaited;
  private final Set<String> leaving = new HashSet<>();
  private final Map<String, String> declared = new HashMap<>();
  private final Map<String, GroupId> into = new HashMap<>();

  private Merges(Map<String, WorkGroup> known, Set<String> awaited, ReferenceData district) {
    this.known = known;
    this.awaited = awaited;
    this.district = district;
  }

  static Mono<List<MergeTies>> of(List<Order> orders, WorkGroups groups, ReferenceData district) {
    if (orders.stream().noneMatch(Merges::concernsOthers)) {
      return Mono.just(orders.stream().map(_ -> MergeTies.NONE).toList());
    }
    return known(orders, groups)
        .zipWith(awaited(orders, groups), (known, awaited) -> new Merges(known, awaited, district))
        .map(merges -> orders.stream().map(merges::tiesOf).toList());
  }

  private static boolean concernsOthers(Order order) {
    return order.command() instanceof WorkGroupCommand.Decide
        || order.command() instanceof WorkGroupCommand.ReportExecution
        || bringsBack(order)
        || withdraws(order);
  }

  /** The groups that something is to be merged into, and those of which that is yet to be read. */
  private static Mono<Map<String, WorkGroup>> known(List<Order> orders, WorkGroups groups) {
    Set<String> executed = new HashSet<>();
    Set<String> targets = new HashSet<>();
    for (Order order : orders) {
      switch (order.command()) {
        case WorkGroupCommand.ReportExecution _ -> executed.add(order.id().text());
        case WorkGroupCommand.Decide(_, _, _, GroupId target, _, _, _) when target != null ->
            targets.add(target.text());
        default -> {}
      }
    }
    return read(executed, groups)
        .flatMap(first -> {
          first.values().stream().map(Merges::targetOf).forEach(id -> add(targets, id));
          targets.removeAll(first.keySet());
          return read(targets, groups)
              .map(second -> {
                first.putAll(second);
                return first;
              });
        });
  }

  private static void add(Set<String> targets, @Nullable GroupId id) {
    if (id != null) {
      targets.add(id.text());
    }
  }

  private static Mono<Map<String, WorkGroup>> read(Collection<String> ids, WorkGroups groups) {
    return ids.isEmpty()
        ? Mono.just(new HashMap<>())
        : groups.findAll(List.copyOf(ids)).collectMap(Stored::id, Stored::state, HashMap::new);
  }

  /**
   * Of the groups that are to leave, those that others are still to be merged into; of those that
   * there never was, those too that others were merged into.
   */
  private static Mono<Set<String>> awaited(List<Order> orders, WorkGroups groups) {
    List<String> leaving =
        orders.stream().filter(Merges::leaves).map(order -> order.id().text()).distinct().toList();
    Set<String> withdrawn =
        orders.stream()
            .filter(Merges::withdraws)
            .map(order -> order.id().text())
            .collect(Collectors.toSet());
    // Only as it was seen: who was faster may have made another decision of it.
    Set<String> staying =
        orders.stream()
            .filter(Merges::takesMergeBack)
            .map(order -> order.id().text() + "@" + order.expectedVersion())
            .collect(Collectors.toSet());
    return leaving.isEmpty()
        ? Mono.just(new HashSet<>())
        : groups
            .query(
                Filters.and(
                    Filters.in("state.decision.mergeInto", leaving),
                    Filters.in("state.state", GroupState.MERGING.name(), GroupState.MERGED.name())),
                Filters.empty(),
                0)
            .filter(it -> it.state() instanceof WorkGroup.Merging || withdrawn.contains(into(it)))
            .filter(it -> !staying.contains(it.id() + "@" + it.version()))
            .map(Merges::into)
            .collect(HashSet::new, Set::add);
  }

  private static String into(Stored<WorkGroup> merging) {
    CleanupDecision decision = Objects.requireNonNull(merging.state().decision());
    return Objects.requireNonNull(decision.mergeInto()).text();
  }

  private MergeTies tiesOf(Order order) {
    String id = order.id().text();
    return switch (order.command()) {
      case WorkGroupCommand.Declare it -> declared(id, it.town());
      case WorkGroupCommand.Complete it -> declared(id, it.town());
      case WorkGroupCommand.Decide it -> decided(order, it);
      case WorkGroupCommand.WithdrawDeclaration _,
          WorkGroupCommand.WithdrawDecision _,
          WorkGroupCommand.Join _,
          WorkGroupCommand.TakeOver _,
          WorkGroupCommand.GiveBack _ ->
          new MergeTies(null, awaited.contains(id));
      case WorkGroupCommand.ReportExecution _ -> {
        WorkGroup group = known.get(id);
        GroupId target = into.getOrDefault(id, group == null ? null : targetOf(group));
        yield new MergeTies(target == null ? null : standing(target), false);
      }
      default -> MergeTies.NONE;
    };
  }

  private MergeTies declared(String id, String town) {
    declared.put(id, town);
    return MergeTies.NONE;
  }

  private MergeTies decided(Order order, WorkGroupCommand.Decide command) {
    String id = order.id().text();
    MergeTies ties = new MergeTies(target(order, command.mergeInto()), awaited.contains(id));
    if (leaves(order)) {
      leaving.add(id);
    }
    if (command.mergeInto() != null) {
      awaited.add(command.mergeInto().text());
      into.put(id, command.mergeInto());
    }
    return ties;
  }

  private @Nullable Target target(Order order, @Nullable GroupId target) {
    if (target == null || target.equals(order.id())) {
      return null;
    }
    return isNear(target, order) ? standing(target) : Target.UNKNOWN;
  }

  private Target standing(GroupId id) {
    WorkGroup group = known.get(id.text());
    if (leaving.contains(id.text())) {
      return Target.LEAVING;
    }
    if (declared.containsKey(id.text()) && (group == null || !group.isDeclared())) {
      return Target.STAYING;
    }
    if (group == null || group instanceof WorkGroup.Withdrawn) {
      return Target.UNKNOWN;
    }
    return STAYING.contains(group.state()) ? Target.STAYING : Target.LEAVING;
  }

  /** Another town's group is as unknown as one that is not there. */
  private boolean isNear(GroupId target, Order order) {
    WorkGroup group = known.get(target.text());
    String town = group == null ? declared.get(target.text()) : group.profile().town();
    return town != null
        && (district.within(target.unit(), order.actor().unit())
            || district.townOf(order.id().unit()).filter(town::equals).isPresent());
  }

  private static boolean leaves(Order order) {
    return withdraws(order)
        || bringsBack(order)
        || (order.command() instanceof WorkGroupCommand.Decide decide
            && (decide.kind() == DecisionKind.DISSOLVE || decide.kind() == DecisionKind.MERGE));
  }

  /** A decision may come or go by it. */
  private static boolean bringsBack(Order order) {
    return order.command() instanceof WorkGroupCommand.WithdrawDecision
        || order.command() instanceof WorkGroupCommand.TakeOver
        || order.command() instanceof WorkGroupCommand.GiveBack;
  }

  /** Withdrawn with the merge into another group that was said along with it. */
  private static boolean takesMergeBack(Order order) {
    return order.command() instanceof WorkGroupCommand.WithdrawDeclaration(_, SaidDecision said, _)
        && said != null
        && said.kind() == DecisionKind.MERGE;
  }

  private static boolean withdraws(Order order) {
    return order.command() instanceof WorkGroupCommand.WithdrawDeclaration
        || order.command() instanceof WorkGroupCommand.Join;
  }

  private static @Nullable GroupId targetOf(WorkGroup group) {
    return group instanceof WorkGroup.Merging merging ? merging.decision().mergeInto() : null;
  }
}
