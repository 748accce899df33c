package cn.jianfu.messaging.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.jianfu.messaging.EventHeaders;
import cn.jianfu.messaging.inbound.InboundBindings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * What a group could not apply, and the way back: a dead letter goes, as it was, to a topic that
 * this group alone hears beside the one it came from, which is its owner's. Late events are safe,
 * because everything that hears them is guarded by sequence. How far a topic was redriven is kept
 * as the offsets of a group of its own.
 */
public final class DeadLetters {

  private static final String FAILURE_HEADERS = "kafka_dlt-";
  private static final String ORIGIN_HEADERS = "kafka_dlt-original-";
  private static final Duration POLL = Duration.ofMillis(500);

  private final String bootstrapServers;

  public DeadLetters(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** What must be there for the dead letters that this group makes of that topic. */
  public static List<TopicSpec> topics(String topic, String group) {
    String dead = InboundBindings.deadLetterTopic(topic, group);
    return List.of(TopicSpec.kept(dead, 1), TopicSpec.kept(InboundBindings.againTopic(dead), 1));
  }

  /** The group whose offsets say how far the topic was redriven. */
  public static String redriveGroup(String deadLetterTopic) {
    return deadLetterTopic + ".redrive";
  }

  /** The dead letters that were not redriven yet, oldest first in each partition. */
  public List<DeadLetter> list(String deadLetterTopic, int most) {
    try (KafkaConsumer<String, byte[]> consumer = consumer(deadLetterTopic)) {
      return waiting(consumer, deadLetterTopic, most).stream().map(DeadLetters::letter).toList();
    }
  }

  /** Sends every waiting dead letter to the group that made it; how many. */
  public int redrive(String deadLetterTopic) {
    try (KafkaConsumer<String, byte[]> consumer = consumer(deadLetterTopic);
        KafkaProducer<String, byte[]> producer = producer()) {
      List<ConsumerRecord<String, byte[]>> waiting =
          waiting(consumer, deadLetterTopic, Integer.MAX_VALUE);
      List<Future<RecordMetadata>> sent =
          waiting.stream().map(record -> producer.send(again(record))).toList();
      producer.flush();
      sent.forEach(DeadLetters::acknowledged);
      done(consumer, waiting);
      return waiting.size();
    }
  }

  /** Gives up every waiting dead letter; how many. */
  public int discard(String deadLetterTopic) {
    try (KafkaConsumer<String, byte[]> consumer = consumer(deadLetterTopic)) {
      List<ConsumerRecord<String, byte[]>> waiting =
          waiting(consumer, deadLetterTopic, Integer.MAX_VALUE);
      done(consumer, waiting);
      return waiting.size();
    }
  }

  private static List<ConsumerRecord<String, byte[]>> waiting(
      KafkaConsumer<String, byte[]> consumer, String topic, int most) {
    List<TopicPartition> partitions = BareConsumer.partitions(consumer, List.of(topic));
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    while (records.size() < most
        && partitions.stream()
            .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
      consumer.poll(POLL).forEach(records::add);
    }
    return records.subList(0, Math.min(most, records.size()));
  }

  private static void done(
      KafkaConsumer<String, byte[]> consumer, List<ConsumerRecord<String, byte[]>> records) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    records.forEach(record ->
        offsets.put(
            new TopicPartition(record.topic(), record.partition()),
            new OffsetAndMetadata(record.offset() + 1)));
    consumer.commitSync(offsets);
  }

  private static ProducerRecord<String, byte[]> again(ConsumerRecord<String, byte[]> record) {
    Headers headers = new RecordHeaders();
    for (Header header : record.headers()) {
      if (!header.key().startsWith(FAILURE_HEADERS) || header.key().startsWith(ORIGIN_HEADERS)) {
        headers.add(header);
      }
    }
    return new ProducerRecord<>(
        InboundBindings.againTopic(record.topic()), null, record.key(), record.value(), headers);
  }

  private static DeadLetter letter(ConsumerRecord<String, byte[]> record) {
    return new DeadLetter(
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        originalTopic(record),
        text(record, EventHeaders.TYPE),
        text(record, EventHeaders.SUBJECT),
        text(record, InboundBindings.REASON_HEADER));
  }

  private static String originalTopic(ConsumerRecord<String, byte[]> record) {
    String topic = text(record, KafkaHeaders.DLT_ORIGINAL_TOPIC);
    if (topic == null) {
      throw new IllegalStateException(
          record.topic() + "/" + record.partition() + "/" + record.offset() + " is no dead letter");
    }
    return topic;
  }

  private static @Nullable String text(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  private static void acknowledged(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a dead letter could not be redriven", failure.getCause());
    }
  }

  private KafkaConsumer<String, byte[]> consumer(String deadLetterTopic) {
    Map<String, Object> properties = BareConsumer.properties(bootstrapServers, 500);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, redriveGroup(deadLetterTopic));
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private KafkaProducer<String, byte[]> producer() {
    Map<String, Object> properties =
        KafkaAccess.and(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                30_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000));
    return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }
}
