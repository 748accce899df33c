package cn.jianfu.report.stream;

import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.topic.KafkaAccess;
import cn.jianfu.report.compliance.TownAnnouncement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The short-lived topic by which instances tell each other which views they wrote. */
final class ViewsTopic implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ViewsTopic.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final String brokers;
  private final String topic;
  private final Consumer<TownAnnouncement> heard;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean closed;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> reading;

  ViewsTopic(String brokers, String topic, Consumer<TownAnnouncement> heard) {
    this.brokers = brokers;
    this.topic = topic;
    this.heard = heard;
    this.producer = new KafkaProducer<>(producing(), bytes(), bytes());
    this.thread = Thread.ofPlatform().name("report-views-tail").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Tells the other instances; what is lost here is read when the town changes next. */
  void tell(TownAnnouncement announcement) {
    byte[] body = EventJson.write(announcement).getBytes(StandardCharsets.UTF_8);
    var _ =
        producer.send(
            new ProducerRecord<>(topic, body),
            (_, failure) -> {
              if (failure != null) {
                LOG.debug("{} could not be announced: {}", announcement, failure.toString());
              }
            });
  }

  private void run() {
    while (!closed) {
      try (KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(
              consuming(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        reading = consumer;
        List<TopicPartition> only = List.of(new TopicPartition(topic, 0));
        consumer.assign(only);
        consumer.seekToEnd(only);
        while (!closed) {
          consumer.poll(POLL).forEach(this::read);
        }
      } catch (WakeupException _) {
        return;
      } catch (KafkaException failure) {
        LOG.warn("announcements of views cannot be read: {}", failure.toString());
        pause();
      }
    }
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    try {
      heard.accept(EventJson.read(record.value(), TownAnnouncement.class));
    } catch (JacksonException wrong) {
      LOG.warn("left out an announcement: {}", wrong.getOriginalMessage());
    }
  }

  private void pause() {
    try {
      boolean _ = closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      closed = true;
    }
  }

  private Map<String, Object> producing() {
    return KafkaAccess.and(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ProducerConfig.CLIENT_ID_CONFIG,
            "report-views",
            ProducerConfig.ACKS_CONFIG,
            "1",
            // Nobody waits for announcements: never block the computation for them.
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            100,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            false));
  }

  private Map<String, Object> consuming() {
    return KafkaAccess.and(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            50,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false));
  }

  private static ByteArraySerializer bytes() {
    return new ByteArraySerializer();
  }

  @Override
  public void close() {
    closed = true;
    closing.countDown();
    KafkaConsumer<byte[], byte[]> consumer = reading;
    if (consumer != null) {
      consumer.wakeup();
    }
    producer.close(Duration.ofSeconds(2));
  }
}
