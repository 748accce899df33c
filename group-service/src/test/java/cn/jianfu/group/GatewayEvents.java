package cn.jianfu.group;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.Topics;
import cn.jianfu.messaging.EventHeaders;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.EventSequence;
import cn.jianfu.messaging.topic.TopicProvisioner;
import cn.jianfu.messaging.topic.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what the gateway would. */
final class GatewayEvents implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;

  GatewayEvents(String brokers) {
    new TopicProvisioner(brokers, Duration.ofMinutes(1))
        .provision(List.of(TopicSpec.compacted(Topics.SUPERVISION_REFERENCE, 1)));
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  void says(String subject, long sequence, Object event) {
    var record =
        new ProducerRecord<>(
            EventCatalogue.of(event).topic(), subject, EventJson.write(event).getBytes(UTF_8));
    Map.of(
            EventHeaders.SPEC_VERSION,
            "1.0",
            EventHeaders.ID,
            UUID.randomUUID().toString(),
            EventHeaders.TYPE,
            EventCatalogue.of(event).name(),
            EventHeaders.SOURCE,
            "/report-gateway",
            EventHeaders.SUBJECT,
            subject,
            EventHeaders.TIME,
            "2026-11-27T02:00:00Z",
            EventHeaders.SEQUENCE,
            EventSequence.of(1, sequence))
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    var _ = producer.send(record);
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
