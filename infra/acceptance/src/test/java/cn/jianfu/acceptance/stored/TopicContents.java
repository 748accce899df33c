package cn.jianfu.acceptance.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records of all topics with their offsets, and how far each consumer group had read: as lines
 * of JSON. Keys and headers are text, values too.
 */
final class TopicContents {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration POLL = Duration.ofMillis(500);

  private TopicContents() {}

  static List<String> read(String brokers) throws Exception {
    try (Admin admin = admin(brokers);
        KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(admin);
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<String> lines = new ArrayList<>();
      for (TopicPartition each : partitions) {
        // Also of a partition without a record: topics are made as they were.
        lines.add(
            JSON.writeValueAsString(Map.of("topic", each.topic(), "partition", each.partition())));
      }
      while (!isAtEnd(consumer, ends)) {
        consumer.poll(POLL).forEach(read -> lines.add(JSON.writeValueAsString(line(read))));
      }
      return lines;
    }
  }

  private static boolean isAtEnd(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static Map<String, @Nullable Object> line(ConsumerRecord<byte[], byte[]> read) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("topic", read.topic());
    line.put("partition", read.partition());
    line.put("offset", read.offset());
    line.put("timestamp", read.timestamp());
    line.put("key", text(read.key()));
    Map<String, @Nullable String> headers = new LinkedHashMap<>();
    for (Header header : read.headers()) {
      headers.put(header.key(), text(header.value()));
    }
    line.put("headers", headers);
    line.put("value", text(read.value()));
    return line;
  }

  /** How far each group has read. */
  static List<String> readOffsets(String brokers) throws Exception {
    List<String> lines = new ArrayList<>();
    try (Admin admin = admin(brokers)) {
      for (GroupListing group : admin.listGroups().all().get()) {
        var read =
            admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get();
        read.forEach((partition, offset) ->
            lines.add(
                JSON.writeValueAsString(
                    Map.of(
                        "group",
                        group.groupId(),
                        "topic",
                        partition.topic(),
                        "partition",
                        partition.partition(),
                        "offset",
                        offset.offset()))));
      }
    }
    return lines;
  }

  static void write(String brokers, List<String> records, List<String> offsets) throws Exception {
    List<JsonNode> lines = records.stream().map(JSON::readTree).toList();
    try (Admin admin = admin(brokers);
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                // Plainly one after the other: beside other work the broker took a repeat of such
                // old records for out of sequence, and did so until the time was up.
                Map.of(
                    "bootstrap.servers",
                    brokers,
                    "acks",
                    "all",
                    "enable.idempotence",
                    "false",
                    "max.in.flight.requests.per.connection",
                    "1"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      admin.createTopics(topics(lines)).all().get();
      List<JsonNode> said = lines.stream().filter(line -> line.has("offset")).toList();
      List<Future<RecordMetadata>> sent =
          said.stream().map(line -> producer.send(record(line))).toList();
      for (int i = 0; i < said.size(); i++) {
        assertThat(sent.get(i).get().offset())
            .as("offset of %s", said.get(i))
            .isEqualTo(said.get(i).path("offset").asLong());
      }
      for (var group : offsets(offsets).entrySet()) {
        admin.alterConsumerGroupOffsets(group.getKey(), group.getValue()).all().get();
      }
    }
  }

  private static Collection<NewTopic> topics(List<JsonNode> lines) {
    Map<String, Integer> partitions = new HashMap<>();
    lines.forEach(line ->
        partitions.merge(
            line.path("topic").asString(), line.path("partition").asInt() + 1, Math::max));
    return partitions.entrySet().stream()
        .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
        .toList();
  }

  private static ProducerRecord<byte[], byte[]> record(JsonNode line) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            line.path("topic").asString(),
            line.path("partition").asInt(),
            line.path("timestamp").asLong(),
            bytes(line.path("key")),
            bytes(line.path("value")));
    line.path("headers")
        .properties()
        .forEach(header -> record.headers().add(header.getKey(), bytes(header.getValue())));
    return record;
  }

  private static Map<String, Map<TopicPartition, OffsetAndMetadata>> offsets(List<String> lines) {
    Map<String, Map<TopicPartition, OffsetAndMetadata>> groups = new HashMap<>();
    lines.stream()
        .map(JSON::readTree)
        .forEach(line ->
            groups
                .computeIfAbsent(line.path("group").asString(), _ -> new HashMap<>())
                .put(
                    new TopicPartition(
                        line.path("topic").asString(), line.path("partition").asInt()),
                    new OffsetAndMetadata(line.path("offset").asLong())));
    return groups;
  }

  private static List<TopicPartition> partitions(Admin admin) throws Exception {
    List<TopicPartition> partitions = new ArrayList<>();
    admin
        .describeTopics(admin.listTopics().names().get())
        .allTopicNames()
        .get()
        .forEach((name, topic) ->
            topic
                .partitions()
                .forEach(each -> partitions.add(new TopicPartition(name, each.partition()))));
    return partitions;
  }

  private static Admin admin(String brokers) {
    return Admin.create(Map.of("bootstrap.servers", brokers));
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte @Nullable [] bytes(JsonNode text) {
    return text.isString() ? text.asString().getBytes(StandardCharsets.UTF_8) : null;
  }
}
