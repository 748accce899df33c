package cn.jianfu.group.detection;

import cn.jianfu.group.access.Origins;
import cn.jianfu.group.access.UniqueKeys;
import cn.jianfu.group.activity.ActivityDays;
import cn.jianfu.group.activity.LateCounts;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.judgement.Dismissals;
import cn.jianfu.group.load.Loads;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.secrecy.SecrecyOfUnits;
import cn.jianfu.group.staff.StaffOfUnits;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.messaging.job.JobLease;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DetectionConfiguration {

  @Bean
  JobLease jobLease(MongoDatabase database) {
    return new JobLease(database, InstantSource.system());
  }

  @Bean
  CheckMarks checkMarks(MongoDatabase database) {
    return new CheckMarks(database);
  }

  @Bean
  UnjudgedGroups unjudgedGroups(MongoDatabase database) {
    return new UnjudgedGroups(database);
  }

  @Bean
  ScanLog scanLog(MongoDatabase database, UniqueKeys keys) {
    return new ScanLog(database, InstantSource.system(), keys);
  }

  @Bean
  CountedDays countedDays(ActivityDays activity) {
    return new CountedDays(activity);
  }

  @Bean
  DetectionFacts detectionFacts(
      WorkGroups groups,
      MembersOfGroups members,
      CountedDays days,
      StaffOfUnits staff,
      SecrecyOfUnits secrecy,
      PersonRefs people,
      DistrictClock clock) {
    return new DetectionFacts(groups, members, days, staff, secrecy, people, clock);
  }

  @Bean
  LastScan lastScan(MongoDatabase database, CheckMarks marks, UniqueKeys keys) {
    return new LastScan(database, marks, keys);
  }

  @Bean
  Detection detection(
      DetectionFacts facts,
      Findings findings,
      Dismissals dismissals,
      Loads loads,
      UnjudgedGroups unjudged,
      WorkGroups groups,
      CheckMarks marks,
      LastScan lastScan,
      JobLease lease,
      PersonRefs people,
      Reference reference,
      DistrictClock clock,
      Origins origins,
      MeterRegistry meters) {
    return new Detection(
        facts,
        findings,
        dismissals,
        loads,
        unjudged,
        new Followers(groups, origins),
        marks,
        lastScan,
        lease,
        people,
        reference,
        clock,
        meters);
  }

  @Bean
  ChangedGroups changedGroups(
      DetectionFacts facts,
      WorkGroups groups,
      MembersOfGroups members,
      Findings findings,
      LastScan lastScan,
      JobLease lease,
      Reference reference,
      DistrictClock clock,
      MeterRegistry meters) {
    return new ChangedGroups(
        facts, groups, members, findings, lastScan, lease, reference, clock, meters);
  }

  @Bean
  LateLooks lateLooks(
      LateCounts late,
      DetectionFacts facts,
      WorkGroups groups,
      Findings findings,
      JobLease lease,
      Reference reference,
      DistrictClock clock,
      MeterRegistry meters) {
    LateLooks looks = new LateLooks(late, facts, groups, findings, lease, reference, clock);
    Gauge.builder("jianfu.detection.late", looks, LateLooks::waitsFor)
        .description("For how long counters of days long gone by wait for these to be judged again")
        .baseUnit("seconds")
        .register(meters);
    return looks;
  }

  @Bean
  RuleTrials ruleTrials(
      DetectionFacts facts, Findings findings, Reference reference, DistrictClock clock) {
    return new RuleTrials(facts, findings, reference, clock);
  }

  @Bean
  MergeTrials mergeTrials(
      WorkGroups groups,
      MembersOfGroups members,
      CountedDays days,
      Reference reference,
      DistrictClock clock) {
    return new MergeTrials(groups, members, days, reference, clock);
  }

  @Bean
  DetectionFollowUp detectionFollowUp(
      Detection detection,
      ChangedGroups changed,
      CheckMarks marks,
      GroupChanges changes,
      Reference reference,
      DistrictClock clock,
      MeterRegistry meters) {
    DetectionFollowUp followUp =
        new DetectionFollowUp(
            detection, changed, marks, changes, reference, clock, System::nanoTime);
    Gauge.builder("jianfu.detection.waiting", followUp, DetectionFollowUp::waitsFor)
        .description("For how long a change waits that no scan of all groups has seen")
        .baseUnit("seconds")
        .register(meters);
    return followUp;
  }

  @Bean
  SuggestedDecisions suggestedDecisions(
      DetectionFacts facts,
      CountedDays days,
      Findings findings,
      Dismissals dismissals,
      Reference reference,
      DistrictClock clock,
      GroupChanges changes) {
    return new SuggestedDecisions(
        facts, days, findings, dismissals, reference, clock, changes, System::nanoTime);
  }
}
