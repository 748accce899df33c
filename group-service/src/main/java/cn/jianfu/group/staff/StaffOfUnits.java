package cn.jianfu.group.staff;

import cn.jianfu.group.access.Answers;
import cn.jianfu.group.access.Origin;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.staff.domain.UnitStaff;
import cn.jianfu.group.staff.domain.UnitStaff.Flaw;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.InPages;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import com.mongodb.client.model.Filters;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everybody's staff. */
public final class StaffOfUnits {

  private final AggregateStore<UnitStaff> store;
  private final DistrictClock clock;
  private final GroupChanges changes;
  private final PersonRefs people;
  private final Period kept;

  StaffOfUnits(
      AggregateStore<UnitStaff> store,
      DistrictClock clock,
      GroupChanges changes,
      PersonRefs people,
      Period kept) {
    this.store = store;
    this.people = people;
    this.kept = kept;
    this.clock = clock;
    this.changes = changes;
  }

  /** The lists of all units. */
  public Flux<UnitStaff> all() {
    return query(Filters.empty());
  }

  /** Those lists that match. */
  public Flux<UnitStaff> query(Bson filter) {
    return store.query(filter, Filters.empty(), 0).map(Stored::state);
  }

  Mono<Stored<UnitStaff>> find(String unit) {
    return store.find(unit);
  }

  Mono<Outcome<UnitStaff, Flaw>> take(UnitStaff staff, Origin origin) {
    return store
        .executeAll(List.of(command(staff, origin)))
        .map(List::getFirst)
        .doOnNext(this::heard);
  }

  /** What would become of the list; nothing is written. */
  Mono<Outcome<UnitStaff, Flaw>> rehearse(UnitStaff staff, Origin origin) {
    return store.rehearse(command(staff, origin));
  }

  /**
   * Hashes of the person's names that are nobody else's in the town, by town: there, who writes the
   * name means the person.
   */
  public Mono<Map<String, Set<String>>> namesOf(String personRef) {
    return store
        .query(listing(personRef), Filters.empty(), 0)
        .map(it -> it.state().town())
        .distinct()
        .collectList()
        .flatMapMany(towns ->
            store.query(Filters.in("state.town", towns), Filters.empty(), 0).map(Stored::state))
        .collect(() -> new NamesOfOne(personRef), NamesOfOne::add)
        .map(NamesOfOne::byTown);
  }

  /** Takes a person off every list, whatever else is written meanwhile; how many had it. */
  public Mono<Integer> erase(String personRef, Origins origins) {
    return InPages.sum(
        store,
        listing(personRef),
        page ->
            store
                .executeAll(page.stream().map(it -> erasing(it.id(), personRef, origins)).toList())
                .doOnNext(outcomes -> outcomes.forEach(this::heard))
                .map(outcomes ->
                    Answers.applied(outcomes, flaw -> StaffLists.problem(List.of(flaw)))));
  }

  /** Takes those off every list who left too long ago; how many lists that has changed. */
  public Mono<Integer> forgetLongGone(Origins origins) {
    return InPages.sum(
        store,
        Filters.regex("state.people", "[|][0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        page ->
            store
                .executeAll(
                    page.stream()
                        .filter(it -> !remembered(it.state()).equals(it.state()))
                        .map(it -> forgetting(it.id(), origins))
                        .toList())
                .doOnNext(outcomes -> outcomes.forEach(this::heard))
                .map(outcomes ->
                    Answers.applied(outcomes, flaw -> StaffLists.problem(List.of(flaw)))));
  }

  private Command<UnitStaff, Flaw> forgetting(String unit, Origins origins) {
    return origins
        .own()
        .command(unit, known -> only(known, known == null ? null : remembered(known)));
  }

  private UnitStaff remembered(UnitStaff known) {
    return known.remembered(clock.dayOf(known.takenAt()), clock.today(), kept);
  }

  private static Bson listing(String personRef) {
    return Filters.regex("state.people", "^" + Pattern.quote(personRef + "|"));
  }

  private Command<UnitStaff, Flaw> erasing(String unit, String personRef, Origins origins) {
    return origins
        .own()
        .command(unit, known -> only(known, known == null ? null : known.without(personRef)));
  }

  private static Decision<UnitStaff, Flaw> only(
      @Nullable UnitStaff known, @Nullable UnitStaff rest) {
    return rest == null || rest.equals(known)
        ? new Decision.Unchanged<>()
        : new Decision.Accepted<>(rest, List.of());
  }

  private Command<UnitStaff, Flaw> command(UnitStaff staff, Origin origin) {
    // The list's own time says which one is later.
    return origin.command(staff.unit(), known -> decide(known, staff));
  }

  private Decision<UnitStaff, Flaw> decide(@Nullable UnitStaff known, UnitStaff sent) {
    return switch (sent.after(
        known, clock.dayOf(sent.takenAt()), clock.today(), kept, clock.now(), people::isCurrent)) {
      case UnitStaff.Verdict.Declined(var flaw) -> new Decision.Declined<>(flaw);
      case UnitStaff.Verdict.Known() -> new Decision.Unchanged<>();
      // Who works where is nobody else's business: nothing is published of it.
      case UnitStaff.Verdict.Taken(var staff) -> new Decision.Accepted<>(staff, List.of());
    };
  }

  private void heard(Outcome<UnitStaff, Flaw> outcome) {
    if (outcome instanceof Outcome.Applied<UnitStaff, Flaw> applied) {
      changes.ofStructure("staff/" + applied.now().id());
    }
  }
}
