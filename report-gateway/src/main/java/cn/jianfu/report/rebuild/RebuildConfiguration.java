package cn.jianfu.report.rebuild;

import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.inbound.InboundDecoder;
import cn.jianfu.messaging.job.JobLease;
import cn.jianfu.messaging.topic.TopicReplay;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.TownCalculation;
import cn.jianfu.report.readside.ReadSides;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

  private static final Duration ONE_BATCH = Duration.ofSeconds(60);

  @Bean
  JobLease jobLease(MongoDatabase database) {
    return new JobLease(database, InstantSource.system());
  }

  @Bean
  Rebuild rebuild(
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      @Value("${jianfu.report.rebuild.batch:20000}") int batch,
      EventNames names,
      MeterRegistry meters,
      ReadSides readSides,
      TownCalculation calculation,
      JobLease leases,
      DistrictClock clock) {
    TopicReplay replay =
        new TopicReplay(brokers, new InboundDecoder(names, meters), batch, ONE_BATCH);
    return new Rebuild(readSides, replay, calculation, leases, clock);
  }
}
