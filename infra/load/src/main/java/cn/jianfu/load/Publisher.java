package cn.jianfu.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.messaging.EventHeaders;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.EventSequence;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says in the topics what group-service would, in its order. */
final class Publisher implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final Map<String, Long> sequences = new HashMap<>();
  private long published;

  Publisher(String brokers) {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.LINGER_MS_CONFIG,
                5),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** The next event of a subject. */
  void say(String subject, Object event) {
    say(subject, event, sequences.merge(subject, 1L, Long::sum));
  }

  /** The only event of a subject, of which nothing needs to be kept. */
  void sayOnce(String subject, Object event) {
    say(subject, event, 1);
  }

  private void say(String subject, Object event, long sequence) {
    EventType<?> type = EventCatalogue.of(event);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(type.topic(), subject, EventJson.write(event).getBytes(UTF_8));
    Map.of(
            EventHeaders.SPEC_VERSION,
            "1.0",
            EventHeaders.ID,
            UUID.randomUUID().toString(),
            EventHeaders.TYPE,
            type.name(),
            EventHeaders.SOURCE,
            "/group-service",
            EventHeaders.SUBJECT,
            subject,
            EventHeaders.TIME,
            Instant.now().toString(),
            EventHeaders.SEQUENCE,
            EventSequence.of(1, sequence))
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    var _ = producer.send(record);
    published++;
  }

  long published() {
    return published;
  }

  /** What was said is in the topics. */
  @Override
  public void close() {
    producer.close();
  }
}
