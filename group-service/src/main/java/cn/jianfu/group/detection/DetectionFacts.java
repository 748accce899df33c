package cn.jianfu.group.detection;

import cn.jianfu.group.activity.ActivityDays;
import cn.jianfu.group.activity.CountedDay;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.domain.Directory;
import cn.jianfu.group.detection.domain.GroupFacts;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.ScanInput;
import cn.jianfu.group.detection.domain.ScanScope;
import cn.jianfu.group.detection.domain.Thresholds;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.secrecy.SecrecyOfUnits;
import cn.jianfu.group.staff.StaffOfUnits;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the facts of a day from the store. */
final class DetectionFacts {

  private static final int GROUPS_AT_ONCE = 500;

  private final WorkGroups groups;
  private final MembersOfGroups members;
  private final ActivityDays activity;
  private final StaffOfUnits staff;
  private final SecrecyOfUnits secrecy;
  private final PersonRefs people;
  private final DistrictClock clock;

  DetectionFacts(
      WorkGroups groups,
      MembersOfGroups members,
      ActivityDays activity,
      StaffOfUnits staff,
      SecrecyOfUnits secrecy,
      PersonRefs people,
      DistrictClock clock) {
    this.groups = groups;
    this.members = members;
    this.activity = activity;
    this.staff = staff;
    this.secrecy = secrecy;
    this.people = people;
    this.clock = clock;
  }

  /** Everything that these rules need to know on that day. */
  Mono<ScanFacts> on(LocalDate day, RuleSet rules, ReferenceData district) {
    return Mono.zip(groups(true), groups(false), ToldByUnits.on(day, staff, secrecy))
        .flatMap(all -> on(day, rules, district, all.getT1(), all.getT2(), all.getT3()));
  }

  private Mono<Map<String, WorkGroup>> groups(boolean live) {
    return groups
        .query(Filters.eq("state.live", live), Filters.empty(), 0)
        // What was declared in error never was a group that a rule could be about.
        .filter(stored -> !(stored.state() instanceof WorkGroup.Withdrawn))
        .collectMap(Stored::id, Stored::state);
  }

  private Mono<ScanFacts> on(
      LocalDate day,
      RuleSet rules,
      ReferenceData district,
      Map<String, WorkGroup> live,
      Map<String, WorkGroup> ended,
      ToldByUnits told) {
    return Mono.zip(
        membersOf(live, ended, told.directory()),
        activityOf(live, ended, day, rules.thresholds()),
        (known, days) -> {
          KnownMembers.Sets sets = known.build(district);
          Owners owners = new Owners(told.directory(), people, known.owners());
          ScanInput input =
              new ScanInput(
                  day,
                  new ScanScope.Everything(),
                  Stream.concat(live.values().stream(), ended.values().stream())
                      .map(group -> facts(group, known, owners, district))
                      .toList(),
                  sets.overlaps(),
                  days.facts(),
                  sets.loads(),
                  DistrictRules.units(district),
                  DistrictRules.exemptions(district),
                  DistrictRules.versions(district),
                  DistrictRules.workingTime(district),
                  known.memberships(),
                  told.directory(),
                  told.secrecy());
          return new ScanFacts(input, live, ended);
        });
  }

  private static GroupFacts facts(
      WorkGroup group, KnownMembers known, Owners owners, ReferenceData district) {
    return GroupAsFacts.of(group, known.countOf(group.id().text()), owners, district);
  }

  private Mono<KnownMembers> membersOf(
      Map<String, WorkGroup> live, Map<String, WorkGroup> ended, Directory directory) {
    return members
        .query(Filters.empty(), Filters.empty(), 0)
        .map(Stored::state)
        .filter(each -> live.containsKey(each.groupId()) || ended.containsKey(each.groupId()))
        .collect(() -> new KnownMembers(live::containsKey, directory, clock), KnownMembers::add);
  }

  /**
   * The days of the window; for live groups that it shows no use of, every day there is. What was
   * asked is read for two windows: a finding shows the one before its last day.
   */
  private Mono<KnownActivity> activityOf(
      Map<String, WorkGroup> live,
      Map<String, WorkGroup> ended,
      LocalDate day,
      Thresholds thresholds) {
    int window = thresholds.days("counters.windowDays");
    // Shares are of whole weeks, which may begin six days earlier.
    int longest = Math.max(thresholds.days("zombie.idleDays") + 2, window + 7);
    LocalDate askedFrom = day.minusDays(2L * window);
    LocalDate from = earlier(day.minusDays(longest), askedFrom);
    int senders = thresholds.days("zombie.minActiveMembers");
    return countedSince(live.keySet(), from)
        .collect(() -> new KnownActivity(live, senders, askedFrom), KnownActivity::add)
        .flatMap(recent ->
            countedSince(recent.withoutUse(), LocalDate.EPOCH)
                .collect(recent::again, KnownActivity::add))
        .flatMap(
            known -> countedSince(ended.keySet(), from).collect(() -> known, KnownActivity::add));
  }

  private Flux<CountedDay> countedSince(Collection<String> ids, LocalDate from) {
    return Flux.fromIterable(ids)
        .buffer(GROUPS_AT_ONCE)
        .concatMap(some -> activity.countedAndAskedSince(List.copyOf(some), from));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
