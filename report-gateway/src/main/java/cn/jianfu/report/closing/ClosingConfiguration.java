package cn.jianfu.report.closing;

import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.report.start.StartStep;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class ClosingConfiguration {

  @Bean
  DayClosings dayClosings(MongoDatabase database, OutboxRelay relay) {
    return new DayClosings(database, relay);
  }

  @Bean
  @Order(StartStep.INDEXES)
  StartStep closingIndexes(DayClosings closings) {
    return closings::ensureIndexes;
  }
}
