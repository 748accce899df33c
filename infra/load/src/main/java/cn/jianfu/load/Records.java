package cn.jianfu.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What stands in topics, read by a consumer without a group. */
final class Records {

  private static final Duration POLL = Duration.ofMillis(200);

  private final String brokers;

  Records(String brokers) {
    this.brokers = brokers;
  }

  /**
   * Reads from the beginning to where the topics end now, or as far as is wanted.
   *
   * @return how many were read
   */
  long read(List<String> topics, long most, Consumer<ConsumerRecord<String, byte[]>> each) {
    try (KafkaConsumer<String, byte[]> consumer = open()) {
      List<TopicPartition> partitions = partitions(consumer, topics);
      long end =
          Math.min(most, consumer.endOffsets(partitions).values().stream().mapToLong(n -> n).sum());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long read = 0;
      while (read < end) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (read++ < end) {
            each.accept(record);
          }
        }
      }
      return end;
    }
  }

  /** How many records the topics hold. */
  long count(List<String> topics) {
    try (KafkaConsumer<String, byte[]> consumer = open()) {
      return count(consumer, topics);
    }
  }

  /** Waits until the topics hold so many records. */
  void awaitCount(List<String> topics, long count) {
    try (KafkaConsumer<String, byte[]> consumer = open()) {
      Await.until(
          count + " records in " + topics,
          Duration.ofMillis(5),
          () -> count(consumer, topics) >= count);
    }
  }

  private static long count(KafkaConsumer<?, ?> consumer, List<String> topics) {
    return consumer.endOffsets(partitions(consumer, topics)).values().stream()
        .mapToLong(n -> n)
        .sum();
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<?, ?> consumer, List<String> topics) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topics) {
      consumer
          .partitionsFor(topic)
          .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
    }
    return partitions;
  }

  private KafkaConsumer<String, byte[]> open() {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
