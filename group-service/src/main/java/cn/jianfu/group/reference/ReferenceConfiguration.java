package cn.jianfu.group.reference;

import cn.jianfu.messaging.EventNames;
import cn.jianfu.web.security.UnitTree;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

  @Bean
  Reference reference() {
    return new Reference();
  }

  @Bean
  UnitTree unitTree(Reference reference) {
    return (unit, scope) -> reference.data().within(unit, scope);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ReferenceFollower referenceHealthIndicator(
      Reference reference,
      MongoDatabase database,
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      EventNames names,
      MeterRegistry meters) {
    return new ReferenceFollower(reference, new KeptReference(database), brokers, names, meters);
  }
}
