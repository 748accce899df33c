package cn.jianfu.group.resync;

import cn.jianfu.contracts.Topics;
import cn.jianfu.contracts.group.EventRetractedV1;
import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.aggregate.LostEvents;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.Restated;
import cn.jianfu.messaging.aggregate.Resyncs;
import cn.jianfu.messaging.inbound.InboundDecoder;
import cn.jianfu.messaging.topic.TopicReplay;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResyncConfiguration {

  private static final int BATCH = 2_000;
  private static final Duration ONE_BATCH = Duration.ofSeconds(60);

  @Bean
  LostEvents lostEvents(
      OutboxRelay relay,
      Epoch epoch,
      EventNames names,
      List<Restated<?>> collections,
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      MeterRegistry meters) {
    return new LostEvents(
        relay,
        epoch,
        names,
        collections,
        List.of(Topics.GROUP_EVENTS, Topics.GROUP_ACTIVITY),
        new TopicReplay(brokers, new InboundDecoder(names, meters), BATCH, ONE_BATCH),
        event ->
            new EventRetractedV1(event.type(), event.time(), EventJson.write(event.payload())));
  }

  @Bean
  Resyncs resyncs(OutboxRelay relay, LostEvents lost, List<Restated<?>> collections) {
    // At the end: until it is said again how a group stands, its view shows more, and not nothing.
    return new Resyncs(relay, () -> {}, collections, lost::takeBack, InstantSource.system());
  }
}
