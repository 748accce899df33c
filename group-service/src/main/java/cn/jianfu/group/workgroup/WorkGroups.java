package cn.jianfu.group.workgroup;

import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.Circumstances;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.MergeTies;
import cn.jianfu.group.workgroup.domain.Refusal;
import cn.jianfu.group.workgroup.domain.Verdict;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.group.workgroup.domain.WorkGroupDecisions;
import cn.jianfu.group.workgroup.domain.WorkGroupEvent;
import cn.jianfu.group.workgroup.domain.WorkGroupHistory;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Rehearsal;
import cn.jianfu.messaging.aggregate.Stored;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The district's work groups: all that changes them goes through here. */
public final class WorkGroups {

  private static final String RESTORE_WINDOW = "dissolve.restoreWindowDays";
  private static final String REBOUND_WINDOW = "rebound.windowDays";
  private static final String DISTRICT = "district-admin";

  private final AggregateStore<WorkGroup> store;
  private final Reference reference;
  private final DistrictClock clock;
  private final GroupChanges changes;
  private final Confirmations confirmations;

  WorkGroups(
      AggregateStore<WorkGroup> store,
      Reference reference,
      DistrictClock clock,
      GroupChanges changes,
      Confirmations confirmations) {
    this.confirmations = confirmations;
    this.store = store;
    this.reference = reference;
    this.clock = clock;
    this.changes = changes;
  }

  public Mono<Stored<WorkGroup>> find(GroupId id) {
    return store.find(id.text());
  }

  public Flux<Stored<WorkGroup>> findAll(List<String> ids) {
    return store.findAll(ids);
  }

  /** Groups by fields of the stored state, for example {@code state.town}. */
  public Flux<Stored<WorkGroup>> query(Bson filter, Bson sort, int limit) {
    return store.query(filter, sort, limit);
  }

  /** What would become of the orders now; nothing is written. */
  public Mono<List<Followed>> rehearse(List<Order> orders) {
    return rehearse(rehearsal(), orders);
  }

  /** Of orders that come in several lots. */
  public Rehearsal<WorkGroup> rehearsal() {
    return new Rehearsal<>(store);
  }

  /** The same, building on what the rehearsal has decided before. */
  public Mono<List<Followed>> rehearse(Rehearsal<WorkGroup> rehearsal, List<Order> orders) {
    return commands(orders)
        .flatMap(rehearsal::of)
        .flatMap(outcomes -> GoingOn.named(orders, followed(orders, outcomes), this));
  }

  /** What would become of the order now, if it came before already included. */
  Mono<Followed> rehearse(Order order) {
    return commands(List.of(order))
        .flatMap(commands -> store.rehearse(commands.getFirst()))
        .flatMap(outcome ->
            GoingOn.named(List.of(order), followed(List.of(order), List.of(outcome)), this))
        .map(List::getFirst);
  }

  public Mono<Followed> follow(Order order) {
    return followAll(List.of(order)).map(List::getFirst);
  }

  /** Answers come in the order of the orders; orders to one group are followed in their order. */
  public Mono<List<Followed>> followAll(List<Order> orders) {
    return commands(orders)
        .flatMap(store::executeAll)
        .doOnNext(outcomes -> outcomes.forEach(this::hear))
        .flatMap(outcomes -> GoingOn.named(orders, followed(orders, outcomes), this));
  }

  private Mono<List<Command<WorkGroup, List<Refusal>>>> commands(List<Order> orders) {
    return Merges.of(orders, this, reference.data())
        .zipWith(confirmed(orders), (ties, confirmed) -> commands(orders, ties, confirmed));
  }

  private List<Command<WorkGroup, List<Refusal>>> commands(
      List<Order> orders, List<MergeTies> ties, Set<String> confirmed) {
    return IntStream.range(0, orders.size())
        .mapToObj(i -> command(orders.get(i), ties.get(i), confirmed))
        .toList();
  }

  /** Asked of groups alone whose declaration is to be withdrawn. */
  private Mono<Set<String>> confirmed(List<Order> orders) {
    List<String> withdrawn =
        orders.stream()
            .filter(it -> it.command() instanceof WorkGroupCommand.WithdrawDeclaration)
            .map(it -> it.id().text())
            .toList();
    return withdrawn.isEmpty() ? Mono.just(Set.of()) : confirmations.about(withdrawn);
  }

  private static List<Followed> followed(
      List<Order> orders, List<Outcome<WorkGroup, List<Refusal>>> outcomes) {
    return IntStream.range(0, orders.size())
        .mapToObj(i -> new Followed(outcomes.get(i), orders.get(i).command()))
        .toList();
  }

  private Command<WorkGroup, List<Refusal>> command(
      Order order, MergeTies ties, Set<String> confirmed) {
    Circumstances now = circumstances(order, ties, confirmed.contains(order.id().text()));
    return new Command<>(
        order.id().text(),
        order.origin().key(),
        order.origin().bodyHash(),
        order.origin().source(),
        order.origin().time(),
        order.expectedVersion(),
        current -> decide(current, order, now),
        order.answeredAgain() ? WorkGroupView::keep : null);
  }

  private Circumstances circumstances(Order order, MergeTies ties, boolean confirmed) {
    return new Circumstances(
        clock.today(),
        order.actor(),
        threshold(RESTORE_WINDOW),
        threshold(REBOUND_WINDOW),
        setsDeadlines(order.actor()),
        confirmed,
        ties);
  }

  private static Decision<WorkGroup, List<Refusal>> decide(
      @Nullable WorkGroup current, Order order, Circumstances now) {
    if (current == null && order.expectedVersion() != null) {
      // Who has seen a version does not mean to make a new group.
      return new Decision.Declined<>(List.of(Refusal.NOT_DECLARED));
    }
    return switch (WorkGroupDecisions.decide(current, order.command(), now)) {
      case Verdict.Declined(var why) -> new Decision.Declined<>(why);
      case Verdict.Accepted(var events) when events.isEmpty() -> new Decision.Unchanged<>();
      case Verdict.Accepted(var events) -> after(current, events, now.actor());
    };
  }

  private static Decision<WorkGroup, List<Refusal>> after(
      @Nullable WorkGroup before, List<WorkGroupEvent> events, Actor actor) {
    WorkGroup group = WorkGroupHistory.evolve(before, events.getFirst());
    List<Object> published = new ArrayList<>(events.size());
    WorkGroupPublication.of(events.getFirst(), group, actor).ifPresent(published::add);
    for (WorkGroupEvent event : events.subList(1, events.size())) {
      group = WorkGroupHistory.evolve(group, event);
      WorkGroupPublication.of(event, group, actor).ifPresent(published::add);
    }
    return new Decision.Accepted<>(group, published);
  }

  /** Whoever of the district itself decides may also give more time. */
  private boolean setsDeadlines(Actor actor) {
    return actor.role().equals(DISTRICT) && reference.data().isDistrict(actor.unit());
  }

  private @Nullable Integer threshold(String name) {
    return reference
        .data()
        .ruleSetOn(clock.today())
        .map(RuleSetV1::thresholds)
        .map(thresholds -> thresholds.get(name))
        .map(BigDecimal::intValue)
        .orElse(null);
  }

  private void hear(Outcome<WorkGroup, List<Refusal>> outcome) {
    if (outcome instanceof Outcome.Applied<WorkGroup, List<Refusal>> applied) {
      changes.ofStructure(applied.now().id());
    }
  }
}
