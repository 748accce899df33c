package cn.jianfu.report.reference;

import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.Resyncs;
import cn.jianfu.messaging.inbound.InboundDecoder;
import cn.jianfu.messaging.topic.TopicReplay;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.job.Job;
import cn.jianfu.report.reference.domain.RuleNumbers;
import cn.jianfu.report.runtime.UniqueKeys;
import cn.jianfu.report.scope.Access;
import cn.jianfu.report.start.StartStep;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

  /** Of the published language, because group-service's rules are held against it. */
  private static final String NUMBERS = "rule-numbers.json";

  private static final int BATCH = 2_000;
  private static final Duration ONE_BATCH = Duration.ofSeconds(60);
  private static final Duration FOLLOW = Duration.ofSeconds(1);

  @Bean
  ReferenceBooks referenceBooks(MongoDatabase database, OutboxRelay relay, UniqueKeys keys) {
    return ReferenceBooks.in(database, relay, keys);
  }

  @Bean
  Reference reference(ReferenceBooks books, MongoDatabase database, DistrictClock clock) {
    return new Reference(
        books,
        new ReferenceVersion(database),
        ReferenceSeed.read(new ClassPathResource(NUMBERS), RuleNumbers.class),
        clock);
  }

  @Bean
  LostReference lostReference(
      Reference reference,
      Epoch epoch,
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      EventNames names,
      MeterRegistry meters) {
    return new LostReference(
        reference,
        epoch,
        new TopicReplay(brokers, new InboundDecoder(names, meters), BATCH, ONE_BATCH));
  }

  @Bean
  Resyncs resyncs(ReferenceBooks books, LostReference lost, OutboxRelay relay) {
    return new Resyncs(relay, lost::takeBack, books.restated(), () -> {}, InstantSource.system());
  }

  @Bean
  Access access(Reference reference) {
    return new Access(() -> reference.current().units());
  }

  @Bean
  Job referenceFollows(Reference reference) {
    return new Job("following reference data", FOLLOW, reference::follow);
  }

  @Bean
  @Order(StartStep.INDEXES)
  StartStep referenceIndexes(ReferenceBooks books) {
    return books::ensureIndexes;
  }

  @Bean
  @Order(StartStep.SEED)
  StartStep referenceSeed(
      Reference reference,
      @Value("${jianfu.report.seed.rule-set}") Resource ruleSet,
      @Value("${jianfu.report.seed.calendars}") Resource calendars) {
    ReferenceSeed seed = new ReferenceSeed(reference, ruleSet, calendars);
    return seed::sow;
  }

  @Bean
  @Order(StartStep.REFERENCE)
  StartStep referenceRead(Reference reference) {
    return () -> reference.refresh().then();
  }
}
