package cn.jianfu.group.detection;

import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.domain.MemberSets;
import cn.jianfu.group.detection.domain.MergePlan;
import cn.jianfu.group.detection.domain.MergePlans;
import cn.jianfu.group.detection.domain.Overlaps;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.Thresholds;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.members.domain.Member;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Works out what a merge would give that somebody has thought of; nothing is written. */
final class MergeTrials {

  /** The weeks that are looked at begin up to six days before the window. */
  private static final int MORE_DAYS = 7;

  private final WorkGroups groups;
  private final MembersOfGroups members;
  private final CountedDays days;
  private final Reference reference;
  private final DistrictClock clock;

  MergeTrials(
      WorkGroups groups,
      MembersOfGroups members,
      CountedDays days,
      Reference reference,
      DistrictClock clock) {
    this.groups = groups;
    this.members = members;
    this.days = days;
    this.reference = reference;
    this.clock = clock;
  }

  /** The groups with these ids that are live. */
  Mono<Map<String, WorkGroup>> live(List<String> ids) {
    return groups
        .findAll(ids)
        .filter(each -> each.state().state().isLive())
        .collectMap(Stored::id, Stored::state);
  }

  Mono<MergePlan> of(String town, String target, List<String> others) {
    LocalDate day = clock.today();
    RuleSet rules = DistrictRules.inForceOn(day, reference.data());
    Thresholds thresholds = rules == null ? new Thresholds(Map.of()) : rules.thresholds();
    List<String> all = new ArrayList<>(others);
    all.add(target);
    return Mono.zip(
        membersOf(all),
        days.countsOf(all, day.minusDays(windowOf(thresholds))),
        (sets, counted) ->
            new MergePlans(
                    sets, counted, DistrictRules.workingTime(reference.data()), thresholds, day)
                .of(town, target, others));
  }

  /** How many days back are looked at. */
  static int windowOf(Thresholds thresholds) {
    return thresholds.days("counters.windowDays") + MORE_DAYS;
  }

  private Mono<Overlaps> membersOf(List<String> ids) {
    return members
        .query(Filters.in("_id", ids), Filters.empty(), 0)
        .collect(
            MemberSets::builder,
            (sets, each) ->
                sets.add(
                    each.id(),
                    each.state().snapshot().members().stream().map(Member::personRef).toList()))
        .map(sets -> Overlaps.among(sets.build()));
  }
}
