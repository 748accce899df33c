package cn.jianfu.group.detection;

import cn.jianfu.group.activity.ActivityDays;
import cn.jianfu.group.activity.ActivityDays.Senders;
import cn.jianfu.group.detection.domain.ActivityFacts;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.ScanInput;
import cn.jianfu.group.detection.domain.ScanScope;
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
    return groups
        .query(Filters.eq("state.live", true), Filters.empty(), 0)
        .collectMap(Stored::id, Stored::state)
        .flatMap(live -> on(day, rules, district, live));
  }

  private Mono<ScanFacts> on(
      LocalDate day, RuleSet rules, ReferenceData district, Map<String, WorkGroup> live) {
    return Mono.zip(
        membersOf(live),
        activityOf(live, day, rules),
        (known, days) -> facts(day, district, live, known, days));
  }

  private static ScanFacts facts(
      LocalDate day,
      ReferenceData district,
      Map<String, WorkGroup> live,
      KnownMembers known,
      Map<String, ActivityFacts> days) {
    KnownMembers.Sets sets = known.build(district);
    ScanInput input =
        new ScanInput(
            day,
            new ScanScope.Everything(),
            live.values().stream()
                .map(group -> GroupAsFacts.of(group, known.countOf(group.id().text()), district))
                .toList(),
            sets.overlaps(),
            days,
            sets.loads(),
            DistrictRules.units(district),
            DistrictRules.exemptionsOn(day, district));
    return new ScanFacts(input, live);
  }

  private Mono<KnownMembers> membersOf(Map<String, WorkGroup> live) {
    return members
        .query(Filters.empty(), Filters.empty(), 0)
        .map(Stored::state)
        .filter(each -> live.containsKey(each.groupId()))
        .collect(KnownMembers::new, KnownMembers::add);
  }

  /** The days of the window; for groups that it shows no use of, every day there is. */
  private Mono<Map<String, ActivityFacts>> activityOf(
      Map<String, WorkGroup> live, LocalDate day, RuleSet rules) {
    LocalDate from = day.minusDays(rules.thresholds().wholeNumber("zombie.idleDays") + 2L);
    int senders = rules.thresholds().wholeNumber("zombie.minActiveMembers");
    return senders(live.keySet(), from)
        .collect(() -> new KnownActivity(live, senders), KnownActivity::add)
        .flatMap(recent ->
            senders(recent.withoutUse(), LocalDate.EPOCH)
                .collect(recent::again, KnownActivity::add))
        .map(KnownActivity::facts);
  }

  private Flux<Senders> senders(Collection<String> ids, LocalDate from) {
    return Flux.fromIterable(ids)
        .buffer(GROUPS_AT_ONCE)
        .concatMap(some -> activity.sendersSince(List.copyOf(some), from));
  }
}
