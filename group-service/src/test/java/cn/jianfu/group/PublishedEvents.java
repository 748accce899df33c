package cn.jianfu.group;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Hears what the service publishes, from the beginning. */
public final class PublishedEvents implements AutoCloseable {

  private final KafkaConsumer<String, String> consumer;
  private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();

  public PublishedEvents(String brokers, String... topics) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                brokers,
                "group.id",
                "heard-" + System.nanoTime(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of(topics));
  }

  /** The types of the events about that subject, once there are so many. */
  List<String> typesOf(String subject, int count) {
    return about(subject, count).stream()
        .map(each -> new String(each.headers().lastHeader("ce_type").value(), UTF_8))
        .toList();
  }

  List<ConsumerRecord<String, String>> about(String subject, int count) {
    return matching(each -> subject.equals(each.key()), count);
  }

  public List<ConsumerRecord<String, String>> matching(
      Predicate<ConsumerRecord<String, String>> wanted, int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> {
          consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
          return heard.stream().filter(wanted).count() >= count;
        });
    return heard.stream().filter(wanted).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
