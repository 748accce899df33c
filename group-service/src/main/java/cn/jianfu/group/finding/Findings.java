package cn.jianfu.group.finding;

import cn.jianfu.contracts.group.FindingClearedV1;
import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.contracts.supervision.FindingBoundsV1;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.access.OwnWrites;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.FindingChanges;
import cn.jianfu.group.detection.domain.LateJudgement;
import cn.jianfu.group.detection.domain.LateJudgement.LateRun;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.Stored;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is wrong with groups, as far as data show it. */
public final class Findings {

  private final AggregateStore<Finding> store;
  private final Reference reference;
  private final Origins origins;
  private final FindingPublication publication = new FindingPublication();

  Findings(AggregateStore<Finding> store, Reference reference, Origins origins) {
    this.store = store;
    this.reference = reference;
    this.origins = origins;
  }

  public Flux<Finding> open() {
    return store.query(Filters.eq("state.open", true), Filters.empty(), 0).map(Stored::state);
  }

  /** What is open, the longest open first. */
  public Mono<List<Detected>> longestOpenFirst() {
    return longestFirst(open());
  }

  /** What is open about any of these groups, the longest open first. */
  public Mono<List<Detected>> longestOpenAbout(Collection<String> groups) {
    return longestFirst(openAbout(groups));
  }

  /** What is open about a group, or about its unit as a whole; the longest open first. */
  public Mono<List<Detected>> openAbout(String group, String unit) {
    Bson open = Filters.eq("state.open", true);
    Bson either =
        Filters.or(
            Filters.and(Filters.eq("state.groups", group), open),
            Filters.and(
                Filters.eq("state.unit", unit),
                Filters.in("state.rule", DetectionRule.idsOfUnits()),
                open));
    return longestFirst(store.query(either, Filters.empty(), 0).map(Stored::state));
  }

  /** What is open about any of these groups. */
  public Flux<Finding> openAbout(Collection<String> groups) {
    Bson open = Filters.and(Filters.in("state.groups", groups), Filters.eq("state.open", true));
    return store.query(open, Filters.empty(), 0).map(Stored::state);
  }

  private static Mono<List<Detected>> longestFirst(Flux<Finding> open) {
    return open.collectSortedList(Finding.LONGEST_OPEN_FIRST)
        .map(all -> all.stream().map(Finding::found).toList());
  }

  /** The groups that have ended and of which an open finding says that they go on in another. */
  public Mono<Set<String>> groupsGoneOn() {
    Bson open =
        Filters.and(
            Filters.eq("state.open", true), Filters.eq("state.rule", DetectionRule.REBOUND.id()));
    return store
        .query(open, Filters.empty(), 0)
        .map(it -> it.state().found().evidence().ids("dissolved"))
        .collect(HashSet::new, Set::addAll);
  }

  Flux<Stored<Finding>> query(Bson filter, Bson sort, int limit) {
    return store.query(filter, sort, limit);
  }

  /** A finding as the other services see it. */
  FindingV1 view(Finding finding) {
    return publication.of(finding, reference.data());
  }

  /** Whether what is published of it is no worse than that. */
  public boolean isWithin(FindingBoundsV1 bounds, Detected found) {
    return publication.isWithin(bounds, found, reference.data());
  }

  /** A finding as a reader of the unit sees it. */
  FindingV1 seenFrom(String unit, Finding finding) {
    return publication.seenFrom(unit, finding, reference.data());
  }

  /** Takes over what a scan says: all of it, or an error. */
  public Mono<Void> take(
      FindingChanges changes,
      LocalDate on,
      Function<Detected, String> title,
      Function<Detected, String> confidence) {
    List<Command<Finding, String>> raised =
        changes.raised().stream().map(each -> raise(each, on, title, confidence)).toList();
    List<Command<Finding, String>> commands = new ArrayList<>();
    changes.changed().forEach(each -> commands.add(raise(each.now(), on, title, confidence)));
    changes
        .cleared()
        .forEach(each ->
            commands.add(
                command(
                    each.finding().id(),
                    known ->
                        known == null || !known.isOpen()
                            ? new Decision.Unchanged<>()
                            : cleared(known.cleared(each.why(), on)))));
    // Few of what is raised were there before, and are cleared.
    return OwnWrites.create(store, raised).then(OwnWrites.all(store, commands));
  }

  /** What is known of the findings of these ids. */
  public Flux<LateJudgement.Known> known(Collection<String> ids) {
    return store
        .query(Filters.in("_id", ids), Filters.empty(), 0)
        .map(Stored::state)
        .map(Finding::known);
  }

  /** Takes over what late counters say of days gone by. */
  public Mono<Void> takeLate(
      List<LateRun> runs, Function<Detected, String> title, Function<Detected, String> confidence) {
    // Several runs of one finding are written one after the other.
    return Flux.fromIterable(runs)
        .concatMap(late -> {
          Detected found = late.finding();
          String name = title.apply(found);
          String trust = confidence.apply(found);
          Command<Finding, String> command =
              command(found.id(), known -> foundLate(known, late, name, trust));
          return OwnWrites.all(store, List.of(command));
        })
        .then();
  }

  private Decision<Finding, String> foundLate(
      @Nullable Finding known, LateRun late, String title, String confidence) {
    Finding then = Finding.foundLate(late.finding(), title, confidence, late.run());
    if (known == null) {
      return new Decision.Accepted<>(then, of(then));
    }
    if (known.runs().contains(late.run()) || isOtherwiseByNow(known, late)) {
      return new Decision.Unchanged<>();
    }
    Finding next = known.with(late.run());
    // The present state is said last, so that it is what views show.
    List<Object> said = new ArrayList<>(of(then));
    said.add(published(next));
    return new Decision.Accepted<>(next, said);
  }

  /** A scan has found something else since it was judged. */
  private static boolean isOtherwiseByNow(Finding known, LateRun late) {
    return known.isOpen()
        && known.raisedOn().equals(late.run().raisedOn())
        && !(late.run().neverHeld() && known.found().equals(late.finding()));
  }

  private List<Object> of(Finding then) {
    Finding begun = Finding.raised(then.found(), then.title(), then.confidence(), then.raisedOn());
    return then.run().neverHeld()
        ? List.of(published(then))
        : List.of(published(begun), published(then));
  }

  private Command<Finding, String> raise(
      Detected found,
      LocalDate on,
      Function<Detected, String> title,
      Function<Detected, String> confidence) {
    String name = title.apply(found);
    String trust = confidence.apply(found);
    return command(found.id(), known -> raised(known, found, name, trust, on));
  }

  private Decision<Finding, String> raised(
      @Nullable Finding known, Detected found, String title, String confidence, LocalDate on) {
    if (known != null && known.shows(found, title, confidence)) {
      // Two scans at once found the same.
      return new Decision.Unchanged<>();
    }
    Finding next;
    if (known == null) {
      next = Finding.raised(found, title, confidence, on);
    } else if (known.isOpen()) {
      next = known.showing(found, title, confidence, on);
    } else {
      next = known.raisedAgain(found, title, confidence, on);
    }
    return new Decision.Accepted<>(next, List.of(published(next)));
  }

  private Decision<Finding, String> cleared(Finding next) {
    return new Decision.Accepted<>(next, List.of(published(next)));
  }

  /** What is published of a finding as it stands. */
  Object published(Finding finding) {
    return finding.isOpen()
        ? new FindingRaisedV1(view(finding))
        : new FindingClearedV1(view(finding));
  }

  private Command<Finding, String> command(
      String id, Function<@Nullable Finding, Decision<Finding, String>> decide) {
    return origins.own().command(id, decide::apply);
  }
}
