package cn.jianfu.group.detection;

import cn.jianfu.group.activity.LateCounts;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.FindingId;
import cn.jianfu.group.detection.domain.FoundRun;
import cn.jianfu.group.detection.domain.GroupFacts;
import cn.jianfu.group.detection.domain.LateJudgement;
import cn.jianfu.group.detection.domain.LateJudgement.Known;
import cn.jianfu.group.detection.domain.LateJudgement.LateRun;
import cn.jianfu.group.detection.domain.LateSpan;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.messaging.job.JobLease;
import cn.jianfu.messaging.job.Repeatedly;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Judges the days again of which counters came, or were put right, long after. */
final class LateLooks implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LateLooks.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(2);

  private final LateCounts late;
  private final DetectionFacts facts;
  private final WorkGroups groups;
  private final Findings findings;
  private final JobLease lease;
  private final Reference reference;
  private final DistrictClock clock;
  private volatile Disposable running = () -> {};
  private volatile boolean started;

  LateLooks(
      LateCounts late,
      DetectionFacts facts,
      WorkGroups groups,
      Findings findings,
      JobLease lease,
      Reference reference,
      DistrictClock clock) {
    this.late = late;
    this.facts = facts;
    this.groups = groups;
    this.findings = findings;
    this.lease = lease;
    this.reference = reference;
    this.clock = clock;
  }

  @Override
  public void start() {
    started = true;
    running =
        Repeatedly.every(
            EVERY, EVERY, this::look, failure -> LOG.warn("late counters wait", failure));
  }

  /** How many groups were looked at; empty when nothing is due, or another instance is at it. */
  Mono<Integer> look() {
    return late.due()
        .filter(notes -> !notes.isEmpty() && isRuled())
        .flatMap(_ -> lease.exclusively("late-counters", SIGN_OF_LIFE, this::lookAtAll));
  }

  /** While no rules are known nothing can be judged, and nothing is passed over. */
  private boolean isRuled() {
    return reference.data().ruleSetOn(clock.today()).isPresent();
  }

  private Mono<Integer> lookAtAll() {
    return late.due()
        .flatMap(notes ->
            Flux.fromIterable(spans(notes).entrySet())
                .concatMap(each -> looked(each.getKey(), each.getValue()))
                .collect(Collectors.toSet())
                .flatMap(looked -> late.lookedAt(over(notes, looked)).thenReturn(looked.size())));
  }

  /** The group; empty when it could not be looked at, which holds up no other. */
  private Mono<String> looked(String id, LateSpan span) {
    return lookAt(id, span)
        .thenReturn(id)
        .onErrorResume(failure -> {
          LOG.warn("late counters of {} are looked at again", id, failure);
          return Mono.empty();
        });
  }

  private static List<LateCounts.Note> over(List<LateCounts.Note> notes, Set<String> looked) {
    return notes.stream()
        .filter(note -> note.groups().stream().allMatch(of -> looked.contains(of.group())))
        .toList();
  }

  private static Map<String, LateSpan> spans(List<LateCounts.Note> notes) {
    Map<String, LateSpan> spans = new HashMap<>();
    notes.stream()
        .flatMap(note -> note.groups().stream())
        .forEach(
            of -> spans.merge(of.group(), new LateSpan(of.first(), of.last()), LateSpan::with));
    return spans;
  }

  private Mono<Void> lookAt(String id, LateSpan span) {
    List<String> ids = LateJudgement.RULES.stream().map(rule -> FindingId.of(rule, id)).toList();
    return groups
        .find(GroupId.parse(id))
        .map(Stored::state)
        .zipWith(findings.known(ids))
        .flatMap(both -> lookAt(both.getT1(), span, both.getT2()));
  }

  private Mono<Void> lookAt(WorkGroup group, LateSpan span, Map<DetectionRule, Known> known) {
    ReferenceData district = reference.data();
    List<RuleSet> rules = DistrictRules.versions(district);
    List<FoundRun> runs = runs(known.values());
    LocalDate today = clock.today();
    if (runs.isEmpty() && isHistory(group, span.end(rules, runs, today))) {
      return Mono.empty();
    }
    return facts
        .inHindsight(group, span.countersFrom(rules, runs), today, district)
        .publishOn(Schedulers.boundedElastic())
        .flatMap(seen -> judged(seen, span, known, district));
  }

  private static List<FoundRun> runs(Collection<Known> known) {
    return known.stream().flatMap(each -> each.runs().stream()).toList();
  }

  /** What was counted before a group was heard of breaks no rule. */
  private static boolean isHistory(WorkGroup group, LocalDate last) {
    return group.profile().transitions().getFirst().on().isAfter(last);
  }

  private Mono<Void> judged(
      ScanFacts seen, LateSpan span, Map<DetectionRule, Known> known, ReferenceData district) {
    GroupFacts group = seen.input().groups().stream().findFirst().orElse(null);
    if (group == null) {
      return Mono.empty();
    }
    List<LateRun> runs = LateJudgement.of(group, seen.input(), span, known);
    Naming naming = new Naming(seen, district);
    return runs.isEmpty()
        ? Mono.empty()
        : findings.takeLate(runs, naming::title, naming::confidence);
  }

  @Override
  public void stop() {
    started = false;
    running.dispose();
  }

  @Override
  public boolean isRunning() {
    return started;
  }
}
