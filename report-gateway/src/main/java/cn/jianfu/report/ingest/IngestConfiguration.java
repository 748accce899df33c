package cn.jianfu.report.ingest;

import cn.jianfu.messaging.topic.DeadLetters;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.closing.CaughtUp;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.job.Job;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.report.reference.Reference;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IngestConfiguration {

  @Bean(destroyMethod = "close")
  TopicStatuses topicStatuses(@Value("${spring.kafka.bootstrap-servers}") String brokers) {
    return new TopicStatuses(brokers);
  }

  @Bean
  TopicMeters topicMeters(TopicStatuses topics, MeterRegistry meters) {
    return new TopicMeters(topics::backlogs, meters, System::nanoTime);
  }

  @Bean
  Job countingWhatWaits(TopicMeters meters) {
    return meters.job();
  }

  @Bean
  CaughtUp everythingRead(TopicStatuses topics) {
    return new EverythingRead(topics::now);
  }

  @Bean
  IngestStatuses ingestStatuses(
      TopicStatuses topics,
      TownCompliances towns,
      ReadSides readSides,
      Reference reference,
      MeterRegistry meters,
      DistrictClock clock) {
    PushSources sources = new PushSources(reference, clock);
    return new IngestStatuses(topics, towns, readSides, sources, meters, clock);
  }

  @Bean
  DeadLetters redrivenDeadLetters(@Value("${spring.kafka.bootstrap-servers}") String brokers) {
    return new DeadLetters(brokers);
  }
}
