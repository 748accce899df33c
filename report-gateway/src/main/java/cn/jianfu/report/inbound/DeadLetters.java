package cn.jianfu.report.inbound;

import cn.jianfu.messaging.topic.KafkaAccess;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;

/** Writes what could not be handled to the dead-letter topics. */
final class DeadLetters implements AutoCloseable {

  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;

  DeadLetters(String brokers) {
    this.producers =
        new DefaultKafkaProducerFactory<>(
            KafkaAccess.and(
                Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                    ProducerConfig.CLIENT_ID_CONFIG, "report-gateway-dead-letters",
                    ProducerConfig.ACKS_CONFIG, "all")),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  KafkaOperations<byte[], byte[]> operations() {
    return new KafkaTemplate<>(producers);
  }

  @Override
  public void close() {
    producers.destroy();
  }
}
