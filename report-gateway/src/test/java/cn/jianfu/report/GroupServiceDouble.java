package cn.jianfu.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.EventSequence;
import cn.jianfu.messaging.inbound.InboundBindings;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.support.KafkaHeaders;

/** Publishes what group-service would. */
public final class GroupServiceDouble implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final Map<String, Long> sequences = new HashMap<>();

  public GroupServiceDouble(String brokers) {
    this.producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Publishes an event as the next of its subject. */
  public void says(String subject, Object event) {
    says(subject, sequences.merge(subject, 1L, Long::sum), event);
  }

  /** Publishes an event with that sequence. */
  public void says(String subject, long sequence, Object event) {
    EventType<?> type = EventCatalogue.of(event);
    sends(type, subject, sequence, EventJson.write(event).getBytes(UTF_8));
  }

  /** Publishes a body as an event of that type, whatever is in it. */
  public void sends(EventType<?> type, String subject, long sequence, byte[] body) {
    sends(record(type, type.topic(), subject, sequence, body));
  }

  /** Publishes an event as a dead letter of that reader, which might now apply it. */
  public void gaveUp(String reader, String subject, long sequence, Object event) {
    EventType<?> type = EventCatalogue.of(event);
    String dead = InboundBindings.deadLetterTopic(type.topic(), reader);
    ProducerRecord<String, byte[]> record =
        record(type, dead, subject, sequence, EventJson.write(event).getBytes(UTF_8));
    record.headers().add(KafkaHeaders.DLT_ORIGINAL_TOPIC, type.topic().getBytes(UTF_8));
    sends(record);
  }

  private static ProducerRecord<String, byte[]> record(
      EventType<?> type, String topic, String subject, long sequence, byte[] body) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, subject, body);
    Map<String, String> headers =
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            type.name(),
            "ce_source",
            "/group-service",
            "ce_subject",
            subject,
            "ce_time",
            "2026-11-23T04:00:00Z",
            "ce_sequence",
            EventSequence.of(1, sequence));
    headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  /** Publishes a record without a header that an event has. */
  public void sendsNoEvent(String topic, String key, String body) {
    sends(new ProducerRecord<>(topic, key, body.getBytes(UTF_8)));
  }

  private void sends(ProducerRecord<String, byte[]> record) {
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
