package cn.jianfu.messaging.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Consumers without a group: they say themselves what they read. */
final class BareConsumer {

  private BareConsumer() {}

  static KafkaConsumer<String, byte[]> open(String bootstrapServers, int mostRecords) {
    return new KafkaConsumer<>(
        properties(bootstrapServers, mostRecords),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  /** One that reads a partition from end to end: fewer and larger answers. */
  static KafkaConsumer<String, byte[]> openToRead(String bootstrapServers) {
    Map<String, Object> properties = properties(bootstrapServers, 5_000);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 << 20);
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  static Map<String, Object> properties(String bootstrapServers, int mostRecords) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, mostRecords);
    return KafkaAccess.and(properties);
  }

  static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, List<String> topics) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topics) {
      consumer
          .partitionsFor(topic)
          .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
    }
    return partitions;
  }
}
