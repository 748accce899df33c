package cn.jianfu.group.detection;

import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.domain.ActivityFacts;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.MergePlan;
import cn.jianfu.group.detection.domain.MergePlans;
import cn.jianfu.group.detection.domain.Overlaps;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.SuggestedDecision;
import cn.jianfu.group.detection.domain.Suggestions;
import cn.jianfu.group.detection.domain.Thresholds;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.judgement.Dismissals;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the data speak for: a proposal for every live group, town by town. */
public final class SuggestedDecisions {

  private static final Duration GOOD_FOR = Duration.ofSeconds(2);
  private static final int TOWNS_KEPT = 100;
  private static final int TOWNS_AT_ONCE = 2;

  private final DetectionFacts facts;
  private final CountedDays days;
  private final Findings findings;
  private final Dismissals dismissals;
  private final Reference reference;
  private final DistrictClock clock;
  private final GroupChanges changes;
  private final Cache<String, Latest> latest;

  SuggestedDecisions(
      DetectionFacts facts,
      CountedDays days,
      Findings findings,
      Dismissals dismissals,
      Reference reference,
      DistrictClock clock,
      GroupChanges changes,
      LongSupplier nanos) {
    this.facts = facts;
    this.days = days;
    this.findings = findings;
    this.dismissals = dismissals;
    this.reference = reference;
    this.clock = clock;
    this.changes = changes;
    this.latest =
        Caffeine.newBuilder()
            .expireAfterWrite(GOOD_FOR)
            .maximumSize(TOWNS_KEPT)
            .ticker(nanos::getAsLong)
            .build();
  }

  /**
   * Of every town that has units within the scope, one after the other.
   *
   * @param town that one alone; null for all. The top unit stands for what is in no town
   */
  Flux<Proposals> within(String scope, @Nullable String town) {
    return Flux.fromIterable(reference.data().townsOf(scope))
        .filter(each -> town == null || town.equals(each))
        .flatMapSequential(this::of, TOWNS_AT_ONCE);
  }

  /**
   * The proposals for a town's groups; empty while no rules are in force. A page asks for the lists
   * of many of its units at once: what was computed is good for a moment, as long as nothing is
   * heard to change.
   */
  public Mono<Proposals> of(String town) {
    LocalDate day = clock.today();
    ReferenceData district = reference.data();
    RuleSet rules = DistrictRules.inForceOn(day, district);
    if (rules == null) {
      return Mono.empty();
    }
    Latest known = latest.getIfPresent(town);
    if (known != null && known.isOf(changes.count(), day, district)) {
      return known.proposals();
    }
    Mono<Proposals> next =
        computed(town, day, rules, district)
            .cache(_ -> GOOD_FOR, _ -> Duration.ZERO, () -> GOOD_FOR);
    latest.put(town, new Latest(changes.count(), day, district, next));
    return next;
  }

  /** What was computed last, and from what. */
  private record Latest(
      long changes, LocalDate day, ReferenceData district, Mono<Proposals> proposals) {

    boolean isOf(long count, LocalDate today, ReferenceData known) {
      return changes == count && day.equals(today) && district.equals(known);
    }
  }

  private Mono<Proposals> computed(
      String town, LocalDate day, RuleSet rules, ReferenceData district) {
    return facts
        .ofTown(town, district)
        .flatMap(groups ->
            findings
                .longestOpenAbout(groups.live().keySet())
                .flatMap(open -> dismissals.standing(open, groups.live()))
                .flatMap(standing -> proposals(groups, standing, day, rules, district)));
  }

  private Mono<Proposals> proposals(
      TownGroups town,
      List<Detected> standing,
      LocalDate day,
      RuleSet rules,
      ReferenceData district) {
    Set<String> together =
        Suggestions.puttingTogether(standing)
            .flatMap(finding -> finding.groups().stream())
            .filter(town.live()::containsKey)
            .collect(Collectors.toSet());
    return days.countsOf(together, firstDay(day, rules.thresholds()))
        .publishOn(Schedulers.boundedElastic())
        .map(counted -> proposals(town, standing, counted, day, rules, district));
  }

  /** Of the longest of the windows that are looked at. */
  private static LocalDate firstDay(LocalDate day, Thresholds thresholds) {
    return day.minusDays(
        Math.max(thresholds.wholeNumber("zombie.idleDays"), MergeTrials.windowOf(thresholds)));
  }

  private static Proposals proposals(
      TownGroups town,
      List<Detected> standing,
      Map<String, ActivityFacts> counted,
      LocalDate day,
      RuleSet rules,
      ReferenceData district) {
    int window = rules.thresholds().wholeNumber("zombie.idleDays");
    int senders = rules.thresholds().wholeNumber("zombie.minActiveMembers");
    Map<String, SuggestedDecision> decisions =
        Suggestions.of(
            town.facts(),
            standing,
            id -> {
              ActivityFacts activity = counted.get(id);
              return activity == null ? 0 : activity.activeDays(senders, window, day);
            },
            rules.thresholds());
    MergePlans plans =
        new MergePlans(
            Overlaps.among(town.members()),
            counted,
            DistrictRules.workingTime(district),
            rules.thresholds(),
            day);
    return new Proposals(
        town.live(),
        decisions,
        plans.proposed(town.facts(), decisions, id -> townOf(town.live(), id)));
  }

  private static String townOf(Map<String, WorkGroup> live, String group) {
    return Objects.requireNonNull(live.get(group), "is live").profile().town();
  }

  /** The live groups, what is proposed for each, and what the merges among it would give. */
  public record Proposals(
      Map<String, WorkGroup> groups,
      Map<String, SuggestedDecision> decisions,
      List<MergePlan> merges) {}
}
