package cn.jianfu.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A record that says that it is one of our events and cannot be read as one. */
final class PoisonMessage {

  private PoisonMessage() {}

  static void sendTo(String brokers, String topic) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", brokers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var poison =
          new ProducerRecord<>(topic, bytes("350213104901/WECOM/poison"), bytes("{\"half\":"));
      poison.headers().add("ce_specversion", bytes("1.0"));
      poison.headers().add("ce_id", bytes("poison-1"));
      poison.headers().add("ce_type", bytes("group.work-group-declared.v1"));
      poison.headers().add("ce_source", bytes("/group-service"));
      poison.headers().add("ce_subject", bytes("350213104901/WECOM/poison"));
      poison.headers().add("ce_time", bytes("2026-11-23T00:05:00Z"));
      poison.headers().add("ce_sequence", bytes("0000000001-0000000000000001"));
      producer.send(poison).get();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
