package cn.jianfu.group.detection;

import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionScan;
import cn.jianfu.group.detection.domain.FindingChanges;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.finding.Finding;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.members.domain.Member;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.messaging.job.JobLease;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Looks at single groups that have changed, so that what is wrong with them is seen at once and not
 * only after all groups have been read. It finds and clears what the scan of all would, and leaves
 * to that what concerns others: loads of people, warnings, what a source's silence says of its
 * other groups. What it does not know in time is found by that scan, too.
 */
final class ChangedGroups {

  private final DetectionFacts facts;
  private final WorkGroups groups;
  private final MembersOfGroups members;
  private final Findings findings;
  private final LastScan lastScan;
  private final JobLease lease;
  private final Reference reference;
  private final DistrictClock clock;
  private final Timer took;

  ChangedGroups(
      DetectionFacts facts,
      WorkGroups groups,
      MembersOfGroups members,
      Findings findings,
      LastScan lastScan,
      JobLease lease,
      Reference reference,
      DistrictClock clock,
      MeterRegistry meters) {
    this.facts = facts;
    this.groups = groups;
    this.members = members;
    this.findings = findings;
    this.lastScan = lastScan;
    this.lease = lease;
    this.reference = reference;
    this.clock = clock;
    this.took =
        Timer.builder("jianfu.detection.check")
            .description("Look at one changed group, from reading it to findings written")
            .publishPercentiles(0.5, 0.95, 0.99)
            .register(meters);
  }

  /**
   * How many were looked at; empty when only a scan of all can tell, or another instance is at it.
   */
  Mono<Integer> look(Collection<String> ids) {
    return lease.exclusively(
        Detection.JOB,
        Detection.SIGN_OF_LIFE,
        () ->
            lastScan
                .memoryOf(clock.today())
                .flatMap(known ->
                    Flux.fromIterable(ids)
                        .concatMap(id -> look(id, known))
                        .reduce(0, Integer::sum)));
  }

  private Mono<Integer> look(String id, LastScan.Memory known) {
    return Mono.defer(() -> {
      ReferenceData district = reference.data();
      RuleSet rules = DistrictRules.inForceOn(known.day(), district);
      if (rules == null || !rules.key().equals(known.ruleSet())) {
        return Mono.just(0);
      }
      Timer.Sample begun = Timer.start();
      return groups
          .find(GroupId.parse(id))
          .map(Stored::state)
          .flatMap(group -> look(group, known, rules, district))
          .doOnSuccess(_ -> begun.stop(took))
          .thenReturn(1);
    });
  }

  private Mono<Void> look(
      WorkGroup group, LastScan.Memory known, RuleSet rules, ReferenceData district) {
    String id = group.id().text();
    return Mono.zip(inIndex(group, known, rules, district), openAbout(group))
        .flatMap(both -> {
          List<Detected> open = both.getT2();
          Set<String> near = new HashSet<>(both.getT1());
          // The index may be behind; what was found before is looked at in any case.
          open.stream()
              .filter(it -> it.groups().contains(id))
              .forEach(it -> near.addAll(it.groups()));
          return facts
              .around(group, near, known.told(), known.day(), rules, district)
              .publishOn(Schedulers.boundedElastic())
              .flatMap(around -> judged(around, comparable(open, id, around), rules, district));
        });
  }

  /** The groups that it overlaps with, by its present members. */
  private Mono<Set<String>> inIndex(
      WorkGroup group, LastScan.Memory known, RuleSet rules, ReferenceData district) {
    String id = group.id().text();
    if (!group.state().isLive()) {
      known.overlaps().remove(id);
      return Mono.just(Set.of());
    }
    return members
        .find(id)
        .map(stored -> stored.state().snapshot().members().stream().map(Member::personRef).toList())
        .map(people -> {
          known.overlaps().put(id, GroupAsFacts.lineKey(group, district), people);
          return known.overlaps().overlappingWith(id, rules.thresholds());
        })
        .defaultIfEmpty(Set.of());
  }

  private Mono<List<Detected>> openAbout(WorkGroup group) {
    return findings
        .openAbout(group.id().text(), group.id().unit())
        .map(Finding::found)
        .collectList();
  }

  /** Findings with a group that is no more are left to the scan of all, which knows why. */
  private static List<Detected> comparable(List<Detected> open, String id, ScanFacts around) {
    return open.stream()
        .filter(finding ->
            finding.groups().stream().allMatch(each -> each.equals(id) || around.has(each)))
        .toList();
  }

  private Mono<Void> judged(
      ScanFacts around, List<Detected> open, RuleSet rules, ReferenceData district) {
    FindingChanges changes =
        FindingChanges.between(
            open,
            DetectionScan.scan(rules, around.input()),
            around.input(),
            key -> DistrictRules.withKey(key, district));
    Naming naming = new Naming(around, district);
    return changes.isEmpty()
        ? Mono.empty()
        : findings.take(changes, around.input().day(), naming::title, naming::confidence);
  }
}
