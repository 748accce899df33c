package cn.jianfu.report.readside;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.job.Job;
import cn.jianfu.report.start.StartStep;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class ReadSideConfiguration {

  /** A rebuild waits for longer than this before it relies on every instance knowing of it. */
  static final Duration REFRESH = Duration.ofSeconds(1);

  @Bean
  ReadSides readSides(MongoDatabase database, DistrictClock clock) {
    return new ReadSides(database, clock::dayOf, InstantSource.system());
  }

  @Bean
  @Order(StartStep.INDEXES)
  StartStep readSideIndexes(ReadSides readSides) {
    return () -> readSides.refresh().then(readSides.ensureIndexes());
  }

  @Bean
  Job readSideRefresh(ReadSides readSides) {
    return new Job("learning which read side answers", REFRESH, readSides::refresh);
  }
}
