package cn.jianfu.group.members;

import cn.jianfu.contracts.group.MembersCountedV1;
import cn.jianfu.group.access.Answers;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.members.domain.MemberSnapshot;
import cn.jianfu.group.members.domain.MemberSnapshot.Flaw;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.InPages;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Rehearsal;
import cn.jianfu.messaging.aggregate.Stored;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is in which group. */
public final class MembersOfGroups {

  private final AggregateStore<GroupMembers> store;
  private final DistrictClock clock;
  private final GroupChanges changes;

  MembersOfGroups(AggregateStore<GroupMembers> store, DistrictClock clock, GroupChanges changes) {
    this.store = store;
    this.clock = clock;
    this.changes = changes;
  }

  public Mono<Stored<GroupMembers>> find(String groupId) {
    return store.find(groupId);
  }

  public Flux<Stored<GroupMembers>> query(Bson filter, Bson sort, int limit) {
    return store.query(filter, sort, limit);
  }

  /** Outcomes come in the order of the reports. */
  public Mono<List<Outcome<GroupMembers, List<Flaw>>>> takeAll(List<MembersReport> reports) {
    return store.executeAll(reports.stream().map(this::command).toList()).doOnNext(this::heard);
  }

  /** What would become of the report; nothing is written. */
  public Mono<Outcome<GroupMembers, List<Flaw>>> rehearse(MembersReport report) {
    return store.rehearse(command(report));
  }

  /** Of reports that come in several lots; nothing is written. */
  public Rehearsal<GroupMembers> rehearsal() {
    return new Rehearsal<>(store);
  }

  /** What would become of the reports. */
  public Mono<List<Outcome<GroupMembers, List<Flaw>>>> rehearse(
      Rehearsal<GroupMembers> rehearsal, List<MembersReport> reports) {
    return rehearsal.of(reports.stream().map(this::command).toList());
  }

  /**
   * Takes a person out of every snapshot, whatever else is written meanwhile; how many groups had
   * it. The moments of the snapshots stay, so that no older one comes back.
   */
  public Mono<Integer> erase(String personRef, Origins origins) {
    return InPages.sum(
        store,
        Filters.regex("state.people", "^" + Pattern.quote(personRef + "|")),
        page ->
            store
                .executeAll(page.stream().map(it -> erasing(it.id(), personRef, origins)).toList())
                .doOnNext(this::heard)
                .map(outcomes -> Answers.applied(outcomes, MembersReports::problem)));
  }

  private Command<GroupMembers, List<Flaw>> erasing(
      String groupId, String personRef, Origins origins) {
    return origins.own().command(groupId, known -> without(known, personRef));
  }

  /**
   * Takes everybody out of the snapshots of these groups; how many had somebody. How many they were
   * stays, and is not published again: on its day it was true.
   */
  public Mono<Integer> forget(List<String> groupIds, Origins origins) {
    return store
        .query(
            Filters.and(Filters.in("_id", groupIds), Filters.exists("state.people.0")),
            Filters.empty(),
            0)
        .map(it -> forgetting(it.id(), origins))
        .collectList()
        .flatMap(store::executeAll)
        .doOnNext(this::heard)
        .map(outcomes -> Answers.applied(outcomes, MembersReports::problem));
  }

  private static Command<GroupMembers, List<Flaw>> forgetting(String groupId, Origins origins) {
    return origins
        .own()
        .command(
            groupId,
            known ->
                known == null || known.snapshot().members().isEmpty()
                    ? new Decision.Unchanged<>()
                    : new Decision.Accepted<>(known.withoutPeople(), List.of()));
  }

  private Decision<GroupMembers, List<Flaw>> without(
      @Nullable GroupMembers known, String personRef) {
    GroupMembers rest = known == null ? null : known.without(personRef);
    return rest == null || rest.equals(known)
        ? new Decision.Unchanged<>()
        : new Decision.Accepted<>(rest, List.of(counted(rest, clock)));
  }

  private Command<GroupMembers, List<Flaw>> command(MembersReport report) {
    return new Command<>(
        report.members().groupId(),
        report.origin().key(),
        report.origin().bodyHash(),
        report.origin().source(),
        // The snapshot's own time says which one is later.
        null,
        null,
        known -> decide(known, report.members()),
        // The members are in the repeat; when they were taken may not be.
        report.answeredAgain() ? taken -> taken.snapshot().takenAt().toString() : null);
  }

  private Decision<GroupMembers, List<Flaw>> decide(
      @Nullable GroupMembers known, GroupMembers reported) {
    MemberSnapshot before = known == null ? null : known.snapshot();
    return switch (reported.snapshot().after(before, clock.now())) {
      case MemberSnapshot.Verdict.Declined(var flaws) -> new Decision.Declined<>(flaws);
      case MemberSnapshot.Verdict.Known() -> new Decision.Unchanged<>();
      case MemberSnapshot.Verdict.Taken _ ->
          new Decision.Accepted<>(reported, List.of(counted(reported, clock)));
    };
  }

  /** What is published of a snapshot: how many people, on the day on which it was taken. */
  static MembersCountedV1 counted(GroupMembers members, DistrictClock clock) {
    return new MembersCountedV1(
        members.groupId(),
        members.unit(),
        members.town(),
        clock.dayOf(members.snapshot().takenAt()),
        members.snapshot().size());
  }

  private void heard(List<Outcome<GroupMembers, List<Flaw>>> outcomes) {
    for (var outcome : outcomes) {
      if (outcome instanceof Outcome.Applied<GroupMembers, List<Flaw>> applied) {
        changes.ofStructure(applied.now().id());
      }
    }
  }
}
