package cn.jianfu.group.detection;

import cn.jianfu.group.activity.ActivityDays;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.MergePlan;
import cn.jianfu.group.detection.domain.MergePlans;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.ScanInput;
import cn.jianfu.group.detection.domain.SuggestedDecision;
import cn.jianfu.group.detection.domain.Suggestions;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.judgement.Dismissals;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the data speak for: a proposal for every live group. */
public final class SuggestedDecisions {

  private static final Duration GOOD_FOR = Duration.ofSeconds(2);

  private final DetectionFacts facts;
  private final Findings findings;
  private final Dismissals dismissals;
  private final ActivityDays activity;
  private final Reference reference;
  private final DistrictClock clock;
  private final GroupChanges changes;
  private final LongSupplier nanos;
  private volatile @Nullable Latest latest;

  SuggestedDecisions(
      DetectionFacts facts,
      Findings findings,
      Dismissals dismissals,
      ActivityDays activity,
      Reference reference,
      DistrictClock clock,
      GroupChanges changes,
      LongSupplier nanos) {
    this.facts = facts;
    this.findings = findings;
    this.dismissals = dismissals;
    this.activity = activity;
    this.reference = reference;
    this.clock = clock;
    this.changes = changes;
    this.nanos = nanos;
  }

  /**
   * The proposals by group; empty while no rules are in force. They are of all groups, and a page
   * asks for the lists of many units at once: what was computed is good for a moment, as long as
   * nothing is heard to change.
   */
  public Mono<Proposals> now() {
    LocalDate day = clock.today();
    ReferenceData district = reference.data();
    RuleSet rules = DistrictRules.inForceOn(day, district);
    if (rules == null) {
      return Mono.empty();
    }
    Latest known = latest;
    if (known != null && known.isGoodFor(changes.count(), day, district, nanos.getAsLong())) {
      return known.proposals();
    }
    Latest next =
        new Latest(
            changes.count(),
            day,
            district,
            nanos.getAsLong(),
            computed(day, rules, district)
                .cache(_ -> GOOD_FOR, _ -> Duration.ZERO, () -> GOOD_FOR));
    latest = next;
    return next.proposals();
  }

  /** What was computed last, and from what. */
  private record Latest(
      long changes, LocalDate day, ReferenceData district, long at, Mono<Proposals> proposals) {

    boolean isGoodFor(long count, LocalDate today, ReferenceData known, long now) {
      return changes == count
          && day.equals(today)
          && district.equals(known)
          && now - at < GOOD_FOR.toNanos();
    }
  }

  private Mono<Proposals> computed(LocalDate day, RuleSet rules, ReferenceData district) {
    return Mono.zip(facts.on(day, rules, district), findings.longestOpenFirst())
        .flatMap(both ->
            dismissals
                .standing(both.getT2(), both.getT1().groups())
                .flatMap(standing -> proposals(both.getT1(), standing, day, rules)));
  }

  private Mono<Proposals> proposals(
      ScanFacts known, List<Detected> standing, LocalDate day, RuleSet rules) {
    int window = rules.thresholds().wholeNumber("zombie.idleDays");
    int senders = rules.thresholds().wholeNumber("zombie.minActiveMembers");
    return activity
        .countedSince(known.groups().keySet(), day.minusDays(window))
        .filter(each -> each.senders() >= senders)
        .collect(Collectors.groupingBy(each -> each.groupId(), Collectors.summingInt(_ -> 1)))
        .publishOn(Schedulers.boundedElastic())
        .map(days ->
            Suggestions.of(
                known.input().groups(),
                standing,
                id -> days.getOrDefault(id, 0),
                rules.thresholds()))
        .map(
            decisions -> new Proposals(known.groups(), decisions, merges(known, decisions, rules)));
  }

  private static List<MergePlan> merges(
      ScanFacts known, Map<String, SuggestedDecision> decisions, RuleSet rules) {
    ScanInput input = known.input();
    MergePlans plans =
        new MergePlans(
            input.overlaps(),
            input.activity(),
            input.workingTime(),
            rules.thresholds(),
            input.day());
    return plans.proposed(input.groups(), decisions, id -> townOf(known, id));
  }

  private static String townOf(ScanFacts known, String group) {
    WorkGroup live = Objects.requireNonNull(known.groups().get(group), "is live");
    return live.profile().town();
  }

  /** The live groups, what is proposed for each, and what the merges among it would give. */
  public record Proposals(
      Map<String, WorkGroup> groups,
      Map<String, SuggestedDecision> decisions,
      List<MergePlan> merges) {}
}
