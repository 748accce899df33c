package cn.jianfu.group.detection;

import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.DetectionScan;
import cn.jianfu.group.detection.domain.FindingChanges;
import cn.jianfu.group.detection.domain.GroupFacts;
import cn.jianfu.group.detection.domain.OverlapIndex;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.ScanInput;
import cn.jianfu.group.detection.domain.ScanOutcome;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.judgement.Dismissals;
import cn.jianfu.group.load.Loads;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.messaging.job.JobLease;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * One look at all groups: findings raised, changed and cleared, warnings given, loads summed up.
 */
final class Detection {

  private static final Logger LOG = LoggerFactory.getLogger(Detection.class);
  static final String JOB = "detection";

  /** Who is killed keeps others from looking for as long; longer than any pause of a collector. */
  static final Duration SIGN_OF_LIFE = Duration.ofSeconds(45);

  private final DetectionFacts facts;
  private final Findings findings;
  private final Dismissals dismissals;
  private final Loads loads;
  private final UnjudgedGroups unjudged;
  private final Followers followers;
  private final CheckMarks marks;
  private final LastScan lastScan;
  private final JobLease lease;
  private final PersonRefs people;
  private final Reference reference;
  private final DistrictClock clock;
  private final Timer took;

  Detection(
      DetectionFacts facts,
      Findings findings,
      Dismissals dismissals,
      Loads loads,
      UnjudgedGroups unjudged,
      Followers followers,
      CheckMarks marks,
      LastScan lastScan,
      JobLease lease,
      PersonRefs people,
      Reference reference,
      DistrictClock clock,
      MeterRegistry meters) {
    this.facts = facts;
    this.findings = findings;
    this.dismissals = dismissals;
    this.loads = loads;
    this.unjudged = unjudged;
    this.followers = followers;
    this.marks = marks;
    this.lastScan = lastScan;
    this.lease = lease;
    this.people = people;
    this.reference = reference;
    this.clock = clock;
    this.took =
        Timer.builder("jianfu.detection.scan")
            .description("Scan of all groups, from reading them to findings written")
            .register(meters);
  }

  /** Scans; empty when another instance is at it. */
  Mono<ScanResult> run() {
    return lease.exclusively(JOB, SIGN_OF_LIFE, this::scan);
  }

  private Mono<ScanResult> scan() {
    LocalDate day = clock.today();
    ReferenceData district = reference.data();
    RuleSet rules = DistrictRules.inForceOn(day, district);
    if (rules == null) {
      return Mono.just(ScanResult.nothing(day));
    }
    Timer.Sample begun = Timer.start();
    return Mono.zip(marks.seen(), lastScan.begun())
        .flatMap(both ->
            scan(day, rules, district, both.getT2())
                .flatMap(result -> marks.clear(both.getT1()).thenReturn(result)))
        .doOnSuccess(_ -> begun.stop(took));
  }

  private Mono<ScanResult> scan(LocalDate day, RuleSet rules, ReferenceData district, String turn) {
    return findings
        .longestOpenFirst()
        .zipWhen(open -> facts.on(day, open, rules, district))
        // The join and the rules are seconds of plain computing, not for the event loop.
        .publishOn(Schedulers.boundedElastic())
        .flatMap(both ->
            judged(both.getT2(), both.getT1(), rules, district)
                .doOnNext(_ -> lastScan.ended(left(both.getT2(), rules, turn))));
  }

  /** What the next changed group can be judged by. */
  private static LastScan.Memory left(ScanFacts known, RuleSet rules, String turn) {
    Map<String, String> lines = new HashMap<>();
    for (GroupFacts group : known.input().groups()) {
      if (group.live()) {
        lines.put(group.id(), group.lineKey());
      }
    }
    return new LastScan.Memory(
        turn,
        known.input().day(),
        rules.key(),
        known.told(),
        OverlapIndex.of(known.members(), lines::get));
  }

  private Mono<ScanResult> judged(
      ScanFacts known, List<Detected> open, RuleSet rules, ReferenceData district) {
    ScanInput input = known.input().after(open);
    ScanOutcome outcome = DetectionScan.scan(rules, input);
    FindingChanges changes =
        FindingChanges.between(open, outcome, input, key -> DistrictRules.withKey(key, district))
            .without(it -> known.anyUnderAnotherKey() && isOfAnotherKey(it))
            .goingOn(this::isOfAnotherKey);
    return outcome instanceof ScanOutcome.Scanned scanned
        ? taken(known, scanned, changes, district)
        : Mono.just(ScanResult.nothing(known.input().day()));
  }

  /**
   * A person is found to be in too many groups under the reference that lists have now; while a
   * list is under another, whoever is on it may be in all of them still, and the finding stays.
   */
  private boolean isOfAnotherKey(Detected finding) {
    return finding.rule() == DetectionRule.GROUP_LOAD
        && !finding.subject().startsWith(people.version() + "|");
  }

  private Mono<ScanResult> taken(
      ScanFacts known,
      ScanOutcome.Scanned scanned,
      FindingChanges changes,
      ReferenceData district) {
    LocalDate day = known.input().day();
    if (!scanned.unjudged().isEmpty()) {
      LOG.warn("{} lacks numbers of {}", scanned.ruleSet().key(), scanned.unjudged());
    }
    Naming naming = new Naming(known, district);
    ScanResult result =
        new ScanResult(
            day,
            scanned.ruleSet().key(),
            known.groups().size(),
            changes.raised().size(),
            changes.changed().size(),
            changes.cleared().size(),
            scanned.unjudged().keySet().stream().map(DetectionRule::id).sorted().toList());
    return findings
        .take(changes, day, naming::title, naming::confidence)
        .then(
            Mono.defer(() ->
                loads.take(
                    LoadSummary.of(
                        day,
                        district,
                        known.input().loads(),
                        scanned.exposures(),
                        scanned.exempt()),
                    day)))
        .then(
            Mono.defer(() ->
                dismissals
                    .standing(scanned.detected(), known.groups())
                    .flatMap(standing -> followers.follow(known, scanned, standing))))
        .then(Mono.defer(() -> followers.join(known)))
        .then(Mono.defer(() -> followers.archive(known)))
        .then(Mono.defer(() -> listed(day, scanned, district)))
        .thenReturn(result);
  }

  /** For people to look up; what was found stands without it. */
  private Mono<Void> listed(LocalDate day, ScanOutcome.Scanned scanned, ReferenceData district) {
    return unjudged
        .keep(day, scanned.unknownGroups(), district::townOf)
        .doOnError(failure -> LOG.warn("what could not be judged is not listed", failure))
        .onErrorComplete();
  }
}
