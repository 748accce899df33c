package cn.jianfu.report.finding;

import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.start.StartStep;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class FindingConfiguration {

  @Bean
  FindingHandlings findingHandlings(MongoDatabase database, OutboxRelay relay) {
    return new FindingHandlings(database, relay);
  }

  @Bean
  FindingDesk findingDesk(
      ReadSides readSides, FindingHandlings handlings, Reference reference, DistrictClock clock) {
    return new FindingDesk(readSides, handlings, reference, clock);
  }

  @Bean
  @Order(StartStep.INDEXES)
  StartStep findingIndexes(FindingHandlings handlings) {
    return handlings::ensureIndexes;
  }
}
