package cn.jianfu.group.history;

import cn.jianfu.group.runtime.Indexes;
import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.inbound.InboundBindings;
import cn.jianfu.messaging.inbound.InboundDecoder;
import cn.jianfu.messaging.inbound.InboundHandler;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

  // One batch of inserts; the store answers in milliseconds or not at all.
  private static final Duration ONE_BATCH = Duration.ofSeconds(20);
  // An outage of the store that is shorter than this makes no dead letters.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Bean
  GroupLog groupLog(MongoDatabase database) {
    return new GroupLog(database);
  }

  @Bean
  Indexes historyIndexes(GroupLog log) {
    return log::ensureIndex;
  }

  @Bean
  Consumer<Message<List<byte[]>>> groupHistory(
      EventNames names, MeterRegistry meters, GroupLog log) {
    return new InboundHandler(new InboundDecoder(names, meters), ONE_BATCH).batch(log::append);
  }

  @Bean
  BatchMessagingMessageConverter batchConverter() {
    return InboundBindings.batchConverter();
  }

  @Bean
  DeadLetters deadLetters(@Value("${spring.kafka.bootstrap-servers}") String brokers) {
    return new DeadLetters(brokers);
  }

  @Bean
  ListenerContainerWithDlqAndRetryCustomizer containers(DeadLetters deadLetters) {
    return InboundBindings.containers(deadLetters.operations(), PATIENCE);
  }
}
