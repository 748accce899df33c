package cn.jianfu.group.detection;

import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.DetectionScan;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.RuleTrial;
import cn.jianfu.group.detection.domain.ScanInput;
import cn.jianfu.group.detection.domain.ScanOutcome;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.reference.ReferenceData;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tries other numbers on today's facts; nothing is written and nothing is said. */
final class RuleTrials {

  private final DetectionFacts facts;
  private final Findings findings;
  private final Reference reference;
  private final DistrictClock clock;
  // A trial holds the facts of all groups, as a scan does: two at once would be too many.
  private final Semaphore one = new Semaphore(1);

  RuleTrials(DetectionFacts facts, Findings findings, Reference reference, DistrictClock clock) {
    this.facts = facts;
    this.findings = findings;
    this.reference = reference;
    this.clock = clock;
  }

  /** A trial and what it came to. */
  record Tried(
      LocalDate day,
      RuleSet inForce,
      List<RuleTrial.Effect> effects,
      Map<DetectionRule, String> unjudged) {}

  @Nullable RuleSet inForce() {
    return DistrictRules.inForceOn(clock.today(), reference.data());
  }

  /** Tries the rules; empty while another trial is under way here. */
  Mono<Tried> run(RuleSet inForce, UnaryOperator<RuleSet> change) {
    return Mono.defer(() ->
        one.tryAcquire() ? tried(inForce, change).doFinally(_ -> one.release()) : Mono.empty());
  }

  private Mono<Tried> tried(RuleSet inForce, UnaryOperator<RuleSet> change) {
    LocalDate day = clock.today();
    ReferenceData district = reference.data();
    return findings
        .longestOpenFirst()
        .zipWhen(
            open -> facts.on(day, open, change.apply(inForce), district),
            (open, known) -> known.input().after(open))
        // Two scans are seconds of plain computing, not for the event loop.
        .publishOn(Schedulers.boundedElastic())
        .map(input -> compared(inForce, change, input, district));
  }

  private static Tried compared(
      RuleSet inForce, UnaryOperator<RuleSet> change, ScanInput input, ReferenceData district) {
    ScanInput other = input.with(input.ruleSets().stream().map(change).toList());
    ScanOutcome.Scanned now = scanned(inForce, input);
    ScanOutcome.Scanned then = scanned(change.apply(inForce), other);
    return new Tried(
        input.day(),
        inForce,
        RuleTrial.effects(now, then, other, unit -> district.townOf(unit).orElse(unit)),
        then.unjudged());
  }

  private static ScanOutcome.Scanned scanned(RuleSet rules, ScanInput input) {
    return (ScanOutcome.Scanned) DetectionScan.scan(rules, input);
  }
}
