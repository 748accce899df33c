package cn.jianfu.report.compliance;

import cn.jianfu.messaging.job.JobLease;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.closing.CaughtUp;
import cn.jianfu.report.closing.DayClosings;
import cn.jianfu.report.finding.FindingHandlings;
import cn.jianfu.report.job.Job;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.start.StartStep;
import cn.jianfu.web.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ComplianceProperties.class, ClosingProperties.class})
class ComplianceConfiguration {

  /** Midnight is noticed within so long. */
  private static final Duration TICK = Duration.ofSeconds(20);

  @Bean
  TownFactsReader townFactsReader(Reference reference, FindingHandlings handlings) {
    return new TownFactsReader(reference, handlings);
  }

  @Bean
  TownCalculation townCalculation(
      ReadSides readSides,
      TownFactsReader facts,
      DistrictClock clock,
      ObjectProvider<TownAnnouncements> hearers) {
    List<TownAnnouncements> all = hearers.orderedStream().toList();
    return new TownCalculation(
        readSides, facts, clock, written -> all.forEach(hearer -> hearer.written(written)));
  }

  @Bean
  TownCompliances townCompliances(
      ReadSides readSides, TownFactsReader facts, Reference reference, DistrictClock clock) {
    return new TownCompliances(readSides, facts, new TownTrends(clock), reference, clock);
  }

  @Bean
  TownHistory townHistory(
      DayClosings closings,
      Reference reference,
      DistrictClock clock,
      ComplianceProperties properties) {
    return new TownHistory(closings, reference, clock, properties.windowDays());
  }

  @Bean
  CloseDays closeDays(
      Reference reference,
      ReadSides readSides,
      TownFactsReader facts,
      DayClosings closings,
      CaughtUp caughtUp,
      JobLease lease,
      DistrictClock clock,
      ClosingProperties properties) {
    return new CloseDays(
        () -> reference.current().units().places(),
        town -> facts.readWhole(readSides.active().facts(), town),
        closings,
        caughtUp,
        lease,
        clock,
        properties);
  }

  @Bean
  Job closingDays(CloseDays days, ClosingProperties properties) {
    return new Job("closing days that are over", properties.poll(), days::tick);
  }

  @Bean
  ProjectionDelay projectionDelay(MeterRegistry meters, Traces traces) {
    return new ProjectionDelay(meters, traces, InstantSource.system());
  }

  @Bean(destroyMethod = "close")
  TownWork townWork(
      ReadSides readSides,
      TownCalculation calculation,
      Reference reference,
      DistrictClock clock,
      ComplianceProperties properties,
      ProjectionDelay delay) {
    return new TownWork(
        readSides, calculation, reference, clock, properties, delay, System::nanoTime);
  }

  @Bean
  @Order(StartStep.WORKERS)
  StartStep townWorkStarts(TownWork work) {
    return () -> Mono.fromRunnable(work::start);
  }

  @Bean
  Job dueTowns(TownWork work, ComplianceProperties properties) {
    return new Job("computing due towns", properties.poll(), work::findDue);
  }

  @Bean
  Job dueHistories(TownWork work, ComplianceProperties properties) {
    return new Job("computing histories", properties.poll(), work::findHistoryDue);
  }

  @Bean
  Job newDay(TownWork work) {
    return new Job("beginning a new day", TICK, work::tick);
  }
}
