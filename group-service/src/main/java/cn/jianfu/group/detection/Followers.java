package cn.jianfu.group.detection;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.access.OwnWrites;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.GroupFacts;
import cn.jianfu.group.detection.domain.ScanOutcome;
import cn.jianfu.group.workgroup.Order;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.GroupState;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.messaging.aggregate.Stored;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the service does with groups by itself: warns, lifts warnings, ends what has outlived its
 * end, closes restore windows, makes one of what is listed twice.
 */
final class Followers {

  static final Actor SYSTEM = Actor.byRule(Origin.OWN);

  /** So many groups are read at once. */
  private static final int PAGE = 2_000;

  private final WorkGroups groups;
  private final Origins origins;

  Followers(WorkGroups groups, Origins origins) {
    this.groups = groups;
    this.origins = origins;
  }

  /**
   * What somebody has said of a group since it was read stands: it is left to the next scan, which
   * knows it.
   *
   * @param standing what was found and not dismissed by the district
   */
  Mono<Void> follow(ScanFacts facts, ScanOutcome.Scanned scanned, List<Detected> standing) {
    Set<String> outlived = groupsOf(DetectionRule.OUTLIVED, standing);
    Set<String> dismissed = groupsOf(DetectionRule.ZOMBIE, scanned.detected());
    dismissed.removeAll(groupsOf(DetectionRule.ZOMBIE, standing));
    List<Order> orders = warnings(facts, scanned, outlived, dismissed);
    orders.addAll(endings(facts, scanned, outlived));
    return unchanged(orders, facts.groups()).flatMap(asRead -> followed(expecting(orders, asRead)));
  }

  /** The versions of those groups that are as they were read. */
  private Mono<Map<String, Long>> unchanged(List<Order> orders, Map<String, WorkGroup> read) {
    return Flux.fromIterable(orders)
        .map(order -> order.id().text())
        .distinct()
        .buffer(PAGE)
        .concatMap(groups::findAll)
        .filter(known -> known.state().equals(read.get(known.id())))
        .collectMap(Stored::id, Stored::version);
  }

  /** Each order is for the group as it was read, or as the order before has left it. */
  private static List<Order> expecting(List<Order> orders, Map<String, Long> versions) {
    Map<String, Long> next = new HashMap<>(versions);
    List<Order> expecting = new ArrayList<>();
    for (Order order : orders) {
      Long version = next.get(order.id().text());
      if (version != null) {
        expecting.add(order.expecting(version));
        next.put(order.id().text(), version + 1);
      }
    }
    return expecting;
  }

  /**
   * Makes one of groups that are listed twice. The register's entry ends last, when the other has
   * taken over what it said: whoever is stopped in between is followed by the next scan.
   */
  Mono<Void> join(ScanFacts facts) {
    Joins joins = new Joins(facts.input().day());
    return Flux.fromIterable(joins.among(facts.groups().values(), facts.input()))
        .concatMap(twins -> join(joins, twins))
        .then();
  }

  /** Nothing is taken over from a group that will not end. */
  private Mono<Void> join(Joins joins, Joins.Twins twins) {
    Order join = order(twins.listed(), joins.join(twins));
    return groups
        .rehearse(List.of(join))
        .filter(followed -> followed.getFirst().problem().isEmpty())
        .flatMap(_ -> groups.follow(order(twins.known(), joins.takeOver(twins))))
        .filter(followed -> followed.problem().isEmpty() && !followed.undecided())
        .flatMap(_ -> groups.follow(join))
        .then();
  }

  private static Set<String> groupsOf(DetectionRule rule, List<Detected> found) {
    return found.stream()
        .filter(each -> each.rule() == rule)
        .flatMap(each -> each.groups().stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private List<Order> warnings(
      ScanFacts facts, ScanOutcome.Scanned scanned, Set<String> outlived, Set<String> dismissed) {
    Map<String, LocalDate> silentSince = new HashMap<>(scanned.silentSince());
    silentSince.keySet().removeAll(dismissed);
    Set<String> unknown = scanned.unknownGroups().getOrDefault(DetectionRule.ZOMBIE, Set.of());
    LocalDate day = facts.input().day();
    List<Order> orders = new ArrayList<>();
    for (WorkGroup group : facts.groups().values()) {
      String id = group.id().text();
      LocalDate since = silentSince.get(id);
      if (group.state() == GroupState.ACTIVE && since != null && !group.isKeptThough(since)) {
        orders.add(order(group, new WorkGroupCommand.Warn(day)));
      } else if (group.state() == GroupState.WARNED
          && since == null
          && !unknown.contains(id)
          && !outlived.contains(id)) {
        orders.add(order(group, new WorkGroupCommand.LiftWarning(day)));
      }
    }
    return orders;
  }

  private List<Order> endings(ScanFacts facts, ScanOutcome.Scanned scanned, Set<String> outlived) {
    Endings endings =
        new Endings(facts.input().activity(), scanned.ruleSet().thresholds(), facts.input().day());
    List<Order> orders = new ArrayList<>();
    for (GroupFacts known : facts.input().groups()) {
      WorkGroup group = facts.groups().get(known.id());
      if (group != null && outlived.contains(known.id())) {
        endings.of(group, known).forEach(command -> orders.add(order(group, command)));
      }
    }
    return orders;
  }

  /** Archives what was dissolved and can no longer be restored; the scan has read them all. */
  Mono<Void> archive(ScanFacts facts) {
    LocalDate day = facts.input().day();
    return followed(
        facts.ended().values().stream()
            .filter(group -> isOver(group, day))
            .map(group -> order(group, new WorkGroupCommand.Archive(day)))
            .toList());
  }

  private Mono<Void> followed(List<Order> orders) {
    return OwnWrites.all(orders, groups::followAll, it -> it.undecided() && !it.outrun());
  }

  private static boolean isOver(WorkGroup group, LocalDate day) {
    return group instanceof WorkGroup.Dissolved dissolved
        && dissolved.decision().restoreUntil() != null
        && day.isAfter(dissolved.decision().restoreUntil());
  }

  private Order order(WorkGroup group, WorkGroupCommand command) {
    return new Order(group.id(), command, SYSTEM, origins.own());
  }
}
