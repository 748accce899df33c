package cn.jianfu.group.detection;

import cn.jianfu.group.activity.CountedDay;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionScan;
import cn.jianfu.group.detection.domain.FindingChanges;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.ScanInput;
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
import java.util.Optional;
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
      GroupId group = GroupId.parse(id);
      Timer.Sample begun = Timer.start();
      // What its id alone leads to is asked for side by side: most of a look is waiting for
      // answers.
      return Mono.zip(
              groups.find(group).map(Stored::state),
              peopleIn(id),
              findings.openAbout(id, group.unit()),
              facts.recentDays(id, known.day(), rules))
          .map(all -> new Told(all.getT1(), all.getT2(), all.getT3(), all.getT4()))
          .flatMap(told -> look(told, known, rules, district))
          .doOnSuccess(_ -> begun.stop(took))
          .thenReturn(1);
    });
  }

  /**
   * What is asked about a group first.
   *
   * @param people its present members; empty when nobody has told
   * @param open findings about it or its unit
   * @param days its own, of the window
   */
  private record Told(
      WorkGroup group, Optional<List<String>> people, List<Detected> open, List<CountedDay> days) {}

  private Mono<Void> look(Told told, LastScan.Memory known, RuleSet rules, ReferenceData district) {
    String id = told.group().id().text();
    Set<String> near = new HashSet<>(inIndex(told, known, rules, district));
    // The index may be behind; what was found before is looked at in any case.
    told.open().stream()
        .filter(it -> it.groups().contains(id))
        .forEach(it -> {
          near.addAll(it.groups());
          // Of another town, too, which is not read for each change.
          near.addAll(it.evidence().ids("dissolved"));
        });
    return facts
        .around(
            told.group(),
            near,
            told.open(),
            told.days(),
            known.told(),
            known.day(),
            rules,
            district)
        .publishOn(Schedulers.boundedElastic())
        .flatMap(around -> judged(around, told.open(), id, rules, district));
  }

  /** The groups that it overlaps with, by its present members. */
  private static Set<String> inIndex(
      Told told, LastScan.Memory known, RuleSet rules, ReferenceData district) {
    WorkGroup group = told.group();
    String id = group.id().text();
    if (!group.state().isLive()) {
      known.overlaps().remove(id);
      return Set.of();
    }
    if (told.people().isEmpty()) {
      return Set.of();
    }
    known.overlaps().put(id, GroupAsFacts.lineKey(group, district), told.people().get());
    return known.overlaps().overlappingWith(id, rules.thresholds());
  }

  /** Its present members; empty when nobody has told. */
  private Mono<Optional<List<String>>> peopleIn(String id) {
    return members
        .find(id)
        .map(Stored::state)
        .map(it -> it.snapshot().members().stream().map(Member::personRef).toList())
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }

  /** Findings with a group that is no more are left to the scan of all, which knows why. */
  private static List<Detected> comparable(List<Detected> open, String id, ScanFacts around) {
    return open.stream()
        .filter(finding ->
            finding.groups().stream().allMatch(each -> each.equals(id) || around.has(each)))
        .toList();
  }

  private Mono<Void> judged(
      ScanFacts around, List<Detected> open, String id, RuleSet rules, ReferenceData district) {
    ScanInput input = around.input().after(open);
    FindingChanges changes =
        FindingChanges.between(
            comparable(open, id, around),
            DetectionScan.scan(rules, input),
            input,
            key -> DistrictRules.withKey(key, district));
    Naming naming = new Naming(around, district);
    return changes.isEmpty()
        ? Mono.empty()
        : findings.take(changes, around.input().day(), naming::title, naming::confidence);
  }
}
