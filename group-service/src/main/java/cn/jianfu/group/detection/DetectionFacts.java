package cn.jianfu.group.detection;

import cn.jianfu.group.activity.ActivityDays;
import cn.jianfu.group.activity.ActivityDays.Counted;
import cn.jianfu.group.detection.domain.GroupFacts;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.ScanInput;
import cn.jianfu.group.detection.domain.ScanScope;
import cn.jianfu.group.detection.domain.Thresholds;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.reference.ReferenceData;
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

  DetectionFacts(WorkGroups groups, MembersOfGroups members, ActivityDays activity) {
    this.groups = groups;
    this.members = members;
    this.activity = activity;
  }

  /** Everything that these rules need to know on that day. */
  Mono<ScanFacts> on(LocalDate day, RuleSet rules, ReferenceData district) {
    return Mono.zip(groups(true), groups(false))
        .flatMap(both -> on(day, rules, district, both.getT1(), both.getT2()));
  }

  private Mono<Map<String, WorkGroup>> groups(boolean live) {
    return groups
        .query(Filters.eq("state.live", live), Filters.empty(), 0)
        .collectMap(Stored::id, Stored::state);
  }

  private Mono<ScanFacts> on(
      LocalDate day,
      RuleSet rules,
      ReferenceData district,
      Map<String, WorkGroup> live,
      Map<String, WorkGroup> ended) {
    return Mono.zip(
        membersOf(live, ended),
        activityOf(live, ended, day, rules.thresholds()),
        (known, days) -> {
          KnownMembers.Sets sets = known.build(district);
          ScanInput input =
              new ScanInput(
                  day,
                  new ScanScope.Everything(),
                  Stream.concat(live.values().stream(), ended.values().stream())
                      .map(group -> facts(group, known, district))
                      .toList(),
                  sets.overlaps(),
                  days.facts(),
                  sets.loads(),
                  DistrictRules.units(district),
                  DistrictRules.exemptions(district),
                  DistrictRules.versions(district),
                  DistrictRules.workingTime(district));
          return new ScanFacts(input, live, ended);
        });
  }

  private static GroupFacts facts(WorkGroup group, KnownMembers known, ReferenceData district) {
    return GroupAsFacts.of(group, known.countOf(group.id().text()), district);
  }

  private Mono<KnownMembers> membersOf(Map<String, WorkGroup> live, Map<String, WorkGroup> ended) {
    return members
        .query(Filters.empty(), Filters.empty(), 0)
        .map(Stored::state)
        .filter(each -> live.containsKey(each.groupId()) || ended.containsKey(each.groupId()))
        .collect(() -> new KnownMembers(live::containsKey), KnownMembers::add);
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
    int window = thresholds.wholeNumberOr("counters.windowDays", 0);
    // Shares are of whole weeks, which may begin six days earlier.
    int longest = Math.max(thresholds.wholeNumber("zombie.idleDays") + 2, window + 7);
    LocalDate from = day.minusDays(longest);
    int senders = thresholds.wholeNumber("zombie.minActiveMembers");
    return countedSince(live.keySet(), from)
        .collect(() -> new KnownActivity(live, senders), KnownActivity::add)
        .flatMap(recent ->
            countedSince(recent.withoutUse(), LocalDate.EPOCH)
                .collect(recent::again, KnownActivity::add))
        .flatMap(
            known -> countedSince(ended.keySet(), from).collect(() -> known, KnownActivity::add))
        .flatMap(known -> asked(known, live.keySet(), day.minusDays(2L * window)));
  }

  private Flux<Counted> countedSince(Collection<String> ids, LocalDate from) {
    return Flux.fromIterable(ids)
        .buffer(GROUPS_AT_ONCE)
        .concatMap(some -> activity.countedSince(List.copyOf(some), from));
  }

  private Mono<KnownActivity> asked(KnownActivity known, Collection<String> ids, LocalDate from) {
    return Flux.fromIterable(ids)
        .buffer(GROUPS_AT_ONCE)
        .concatMap(some -> activity.askedSince(List.copyOf(some), from))
        .collect(() -> known, KnownActivity::add);
  }
}
