package cn.jianfu.messaging;

import cn.jianfu.broker.BrokerSettings;
import cn.jianfu.broker.InProcessBroker;
import cn.jianfu.messaging.topic.TopicProvisioner;
import cn.jianfu.messaging.topic.TopicSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One broker for all tests of a JVM; each test takes topics of its own. */
public final class TestBroker {

  private static final AtomicInteger TOPICS = new AtomicInteger();
  private static final InProcessBroker BROKER = start();

  private TestBroker() {}

  private static InProcessBroker start() {
    try {
      return InProcessBroker.start(BrokerSettings.in(Files.createTempDirectory("broker")));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Starts another broker, for tests that stop it. */
  public static InProcessBroker own(Path folder, int port) {
    return InProcessBroker.start(BrokerSettings.in(folder).port(port));
  }

  public static String servers() {
    return BROKER.bootstrapServers();
  }

  public static String topic(int partitions) {
    String name = "topic" + TOPICS.incrementAndGet();
    new TopicProvisioner(servers(), Duration.ofSeconds(20))
        .provision(List.of(TopicSpec.kept(name, partitions)));
    return name;
  }

  public static KafkaConsumer<String, byte[]> consumer(String servers) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  /** Everything on the topic, once the condition holds. */
  public static List<ConsumerRecord<String, byte[]>> await(
      String servers, String topic, Predicate<List<ConsumerRecord<String, byte[]>>> until) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    try (KafkaConsumer<String, byte[]> consumer = consumer(servers)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream().map(TestBroker::partition).toList();
      consumer.assign(partitions);
      while (!until.test(records)) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("not within 30 s; so far " + records.size() + ": " + records);
        }
        consumer.poll(Duration.ofMillis(50)).forEach(records::add);
      }
    }
    return records;
  }

  public static List<ConsumerRecord<String, byte[]>> await(String topic, int count) {
    return await(servers(), topic, records -> records.size() >= count);
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }
}
