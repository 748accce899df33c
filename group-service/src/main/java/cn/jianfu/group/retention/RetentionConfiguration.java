package cn.jianfu.group.retention;

import static cn.jianfu.group.retention.Changed.Kind.IMPORTS;
import static cn.jianfu.group.retention.Changed.Kind.MEMBERS;
import static cn.jianfu.group.retention.Changed.Kind.SHEETS;
import static cn.jianfu.group.retention.Changed.Kind.STAFF;

import cn.jianfu.group.access.Origins;
import cn.jianfu.group.access.UniqueKeys;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.people.RetentionProperties;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.register.ImportsForgetting;
import cn.jianfu.group.staff.StaffOfUnits;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.MongoAggregateStore;
import cn.jianfu.messaging.job.JobLease;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

  @Bean
  RetentionLog retentionLog(MongoDatabase database) {
    return new RetentionLog(database);
  }

  @Bean
  EndedGroups endedGroups(
      MongoAggregateStore<WorkGroup> groups,
      MembersOfGroups members,
      Findings findings,
      Reference reference,
      DistrictClock clock,
      RetentionProperties kept) {
    return new EndedGroups(groups, members, findings, reference, clock, kept.members());
  }

  @Bean
  Retention retention(
      StaffOfUnits staff,
      EndedGroups ended,
      ImportsForgetting imports,
      RetentionProperties kept,
      RetentionLog log,
      Origins origins,
      UniqueKeys keys,
      JobLease lease,
      DistrictClock clock,
      MeterRegistry meters) {
    return new Retention(
        List.of(
            () -> staff.forgetLongGone(origins).map(it -> new Changed(STAFF, it)).flux(),
            () -> ended.forget(origins).map(it -> new Changed(MEMBERS, it)).flux(),
            imports(imports, clock, RetentionProperties.days(kept.imports()))),
        log,
        keys,
        lease,
        clock,
        meters);
  }

  private static Supplier<Flux<Changed>> imports(
      ImportsForgetting imports, DistrictClock clock, int days) {
    return () -> {
      // By days, as of all others: the hour of the look tells nothing.
      Instant before = clock.beginOf(clock.today().minusDays(days));
      return imports
          .forgetOlder(before, clock.today(), days)
          .flatMapIterable(
              it -> List.of(new Changed(IMPORTS, it.imports()), new Changed(SHEETS, it.sheets())));
    };
  }
}
