package cn.jianfu.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.jianfu.messaging.TestEvents.TotalReachedV1;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Records as an owner publishes them, and such as nobody should. */
public final class TestRecords {

  private TestRecords() {}

  public static ProducerRecord<String, byte[]> total(
      String topic, String id, long seq, long total) {
    return event(topic, id, seq, "test.total-reached.v1", EventJson.write(reached(id, total)));
  }

  public static TotalReachedV1 reached(String id, long total) {
    return new TotalReachedV1(id, total, null);
  }

  public static ProducerRecord<String, byte[]> event(
      String topic, String subject, long seq, String type, String body) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, subject, body.getBytes(UTF_8));
    Map<String, String> headers =
        Map.of(
            EventHeaders.SPEC_VERSION,
            "1.0",
            EventHeaders.ID,
            subject + "/" + seq,
            EventHeaders.TYPE,
            type,
            EventHeaders.SOURCE,
            "/test",
            EventHeaders.SUBJECT,
            subject,
            EventHeaders.TIME,
            "2026-03-01T12:00:00Z",
            EventHeaders.SEQUENCE,
            EventSequence.of(7, seq));
    headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  public static void send(List<ProducerRecord<String, byte[]>> records) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestBroker.servers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (ProducerRecord<String, byte[]> record : records) {
        producer.send(record).get();
      }
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
