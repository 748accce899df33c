package cn.jianfu.group.detection;

import cn.jianfu.group.activity.LateCounts;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.FindingId;
import cn.jianfu.group.detection.domain.FoundRun;
import cn.jianfu.group.detection.domain.LateJudgement;
import cn.jianfu.group.detection.domain.LateJudgement.Known;
import cn.jianfu.group.detection.domain.LateSpan;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.messaging.job.JobLease;
import cn.jianfu.messaging.job.RepeatedWork;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Judges the days again of which counters came, or were put right, long after. */
final class LateLooks extends RepeatedWork {

  private static final Logger LOG = LoggerFactory.getLogger(LateLooks.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final int GROUPS_AT_ONCE = 250;

  /** So many more days are looked at when what is found began before those that were. */
  private static final int FURTHER = 120;

  private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(2);

  private final LateCounts late;
  private final DetectionFacts facts;
  private final WorkGroups groups;
  private final Findings findings;
  private final JobLease lease;
  private final Reference reference;
  private final DistrictClock clock;
  private volatile Duration waiting = Duration.ZERO;

  LateLooks(
      LateCounts late,
      DetectionFacts facts,
      WorkGroups groups,
      Findings findings,
      JobLease lease,
      Reference reference,
      DistrictClock clock) {
    super(EVERY, EVERY);
    this.late = late;
    this.facts = facts;
    this.groups = groups;
    this.findings = findings;
    this.lease = lease;
    this.reference = reference;
    this.clock = clock;
  }

  @Override
  protected Mono<?> work() {
    return look();
  }

  @Override
  protected void failed(Throwable failure) {
    LOG.warn("late counters wait", failure);
  }

  /** How many groups were looked at; empty when nothing is due, or another instance is at it. */
  Mono<Integer> look() {
    return late.waiting()
        .filter(_ -> isRuled())
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .doOnNext(since -> waiting = since.orElse(Duration.ZERO))
        .filter(Optional::isPresent)
        .flatMap(_ -> lease.exclusively("late-counters", SIGN_OF_LIFE, this::lookAtAll));
  }

  /** For how many seconds, when it was last looked, late counters had waited to be judged. */
  double waitsFor() {
    return waiting.toMillis() / 1e3;
  }

  /** While no rules are known nothing can be judged, and nothing is passed over. */
  private boolean isRuled() {
    return reference.data().ruleSetOn(clock.today()).isPresent();
  }

  private Mono<Integer> lookAtAll() {
    return late.due()
        .flatMap(due -> {
          Map<String, LateSpan> spans = spans(due.notes());
          Looked looked = new Looked(new HashSet<>(), new HashSet<>());
          return Flux.fromIterable(spans.keySet())
              .buffer(GROUPS_AT_ONCE)
              .concatMap(some -> told(some, spans))
              .concatMap(told -> lookAt(told, looked))
              .then(Mono.defer(() -> late.lookedAt(due, looked.left(), looked.history())))
              .thenReturn(spans.size());
        });
  }

  /**
   * What became of the groups.
   *
   * @param left those that could not be looked at
   * @param history those of which no counters can tell anything
   */
  private record Looked(Set<String> left, Set<String> history) {}

  private static Map<String, LateSpan> spans(List<LateCounts.Note> notes) {
    Map<String, LateSpan> spans = new HashMap<>();
    notes.stream()
        .flatMap(note -> note.groups().stream())
        .forEach(
            of -> spans.merge(of.group(), new LateSpan(of.first(), of.last()), LateSpan::with));
    return spans;
  }

  /**
   * A group and what is known of it.
   *
   * @param since from which day on it is judged
   */
  private record Told(
      WorkGroup group, LocalDate since, LateSpan span, Map<DetectionRule, Known> known) {

    String id() {
      return group.id().text();
    }

    List<FoundRun> runs() {
      return known.values().stream().flatMap(each -> each.runs().stream()).toList();
    }
  }

  /** Those of these groups that are there, asked for together: most are history. */
  private Flux<Told> told(List<String> ids, Map<String, LateSpan> spans) {
    Map<String, String> groupOf = new HashMap<>();
    ids.forEach(id -> LateJudgement.RULES.forEach(rule -> groupOf.put(FindingId.of(rule, id), id)));
    return findings
        .known(groupOf.keySet())
        .collect(
            () -> new HashMap<String, Map<DetectionRule, Known>>(),
            (all, known) ->
                all.computeIfAbsent(
                        Objects.requireNonNull(groupOf.get(known.finding().id())),
                        _ -> new EnumMap<>(DetectionRule.class))
                    .put(known.finding().rule(), known))
        .flatMapMany(known ->
            groups
                .query(Filters.in("_id", ids), Filters.empty(), 0)
                .map(Stored::state)
                .map(group ->
                    new Told(
                        group,
                        GroupAsFacts.inUseSince(group),
                        Objects.requireNonNull(spans.get(group.id().text())),
                        known.getOrDefault(group.id().text(), Map.of()))));
  }

  private Mono<Void> lookAt(Told told, Looked looked) {
    List<RuleSet> rules = DistrictRules.versions(reference.data());
    LocalDate end = told.span().end(rules, told.runs(), clock.today());
    if (told.runs().isEmpty() && end.isBefore(told.since())) {
      looked.history().add(told.id());
      return Mono.empty();
    }
    return Mono.defer(() -> lookAt(told, told.span().begin(rules, told.runs()), rules))
        .onErrorResume(failure -> {
          looked.left().add(told.id());
          LOG.warn("late counters of {} are looked at again", told.id(), failure);
          return Mono.empty();
        });
  }

  private Mono<Void> lookAt(Told told, LocalDate asked, List<RuleSet> rules) {
    ReferenceData district = reference.data();
    LocalDate from = asked.isBefore(told.since()) ? told.since() : asked;
    return facts
        .inHindsight(told.group(), LateSpan.countersFrom(from, rules), clock.today(), district)
        .publishOn(Schedulers.boundedElastic())
        .flatMap(seen -> {
          LateJudgement.Outcome outcome = judged(seen, told, from);
          Naming naming = new Naming(seen, district);
          return outcome.isCutOff() && from.isAfter(told.since())
              ? lookAt(told, from.minusDays(FURTHER), rules)
              : findings.takeLate(outcome.runs(), naming::title, naming::confidence);
        });
  }

  private static LateJudgement.Outcome judged(ScanFacts seen, Told told, LocalDate from) {
    return seen.input().groups().stream()
        .findFirst()
        .map(group -> LateJudgement.of(group, seen.input(), told.span(), from, told.known()))
        .orElseGet(() -> new LateJudgement.Outcome(List.of(), false));
  }
}
