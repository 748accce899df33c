package cn.jianfu.group.resync;

import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.Restated;
import cn.jianfu.messaging.aggregate.Resyncs;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResyncConfiguration {

  @Bean
  Resyncs resyncs(OutboxRelay relay, List<Restated<?>> collections) {
    return new Resyncs(relay, collections, InstantSource.system());
  }
}
