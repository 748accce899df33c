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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

  private static final Duration ONE_BATCH = Duration.ofSeconds(60);

  /** More are not merged into fewer writes. */
  private static final int LARGEST_BATCH = 20_000;

  private static final int SMALLEST_BATCH = 1_000;

  /** Measured: as it came, as it is read, and as what is written of it. */
  private static final long BYTES_OF_AN_EVENT = 2_000;

  /** Towns take two quarters of the heap meanwhile. */
  private static final long SHARE_OF_THE_HEAP = 8;

  @Bean
  JobLease jobLease(MongoDatabase database) {
    return new JobLease(database, InstantSource.system());
  }

  @Bean
  Rebuild rebuild(
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      @Value("${jianfu.report.rebuild.batch:#{null}}") @Nullable Integer batch,
      EventNames names,
      MeterRegistry meters,
      ReadSides readSides,
      TownCalculation calculation,
      JobLease leases,
      DistrictClock clock) {
    TopicReplay replay =
        new TopicReplay(
            brokers,
            new InboundDecoder(names, meters),
            batch == null ? batchFor(Runtime.getRuntime()) : batch,
            ONE_BATCH);
    return new Rebuild(readSides, replay, calculation, leases, clock);
  }

  private static int batchFor(Runtime machine) {
    return batchFor(machine.maxMemory(), machine.availableProcessors());
  }

  /** How many events are read at a time, by as many readers as there are processors. */
  static int batchFor(long heap, int readers) {
    long fits = heap / SHARE_OF_THE_HEAP / readers / BYTES_OF_AN_EVENT;
    return Math.clamp(fits, SMALLEST_BATCH, LARGEST_BATCH);
  }
}
