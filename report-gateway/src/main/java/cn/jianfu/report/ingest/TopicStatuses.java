package cn.jianfu.report.ingest;

import cn.jianfu.contracts.Topics;
import cn.jianfu.messaging.inbound.InboundBindings;
import cn.jianfu.report.ingest.IngestStatus.TopicStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Asks the broker how far the topics are, and how far they were read. */
final class TopicStatuses implements AutoCloseable {

  private static final String GROUP = "report";
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final List<String> HEARD =
      List.of(
          Topics.GROUP_EVENTS,
          Topics.GROUP_ACTIVITY,
          Topics.SUPERVISION_REFERENCE,
          Topics.SUPERVISION_EVENTS);

  private final Admin admin;

  TopicStatuses(String brokers) {
    int millis = (int) TIMEOUT.toMillis();
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                AdminClientConfig.CLIENT_ID_CONFIG, "report-ingest-status",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis));
  }

  /** The topics; without numbers while the broker is away. */
  Mono<List<TopicStatus>> now() {
    List<String> all =
        HEARD.stream()
            .flatMap(topic -> Stream.of(topic, InboundBindings.deadLetterTopic(topic, GROUP)))
            .toList();
    return mono(admin.describeTopics(all).allTopicNames())
        .map(TopicStatuses::partitions)
        .flatMap(this::statuses)
        .onErrorReturn(HEARD.stream().map(TopicStatuses::unknown).toList());
  }

  private Mono<List<TopicStatus>> statuses(List<TopicPartition> partitions) {
    return Mono.zip(
            offsets(partitions, OffsetSpec.latest()),
            offsets(partitions, OffsetSpec.maxTimestamp()),
            mono(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata()))
        .map(all ->
            HEARD.stream()
                .map(topic -> status(topic, all.getT1(), all.getT2(), all.getT3()))
                .toList());
  }

  private Mono<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
      List<TopicPartition> partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, which));
    return mono(admin.listOffsets(asked).all());
  }

  private static TopicStatus status(
      String topic,
      Map<TopicPartition, ListOffsetsResultInfo> ends,
      Map<TopicPartition, ListOffsetsResultInfo> newest,
      Map<TopicPartition, OffsetAndMetadata> read) {
    long events = sum(topic, ends);
    long done =
        read.entrySet().stream()
            .filter(entry -> entry.getKey().topic().equals(topic))
            .filter(entry -> entry.getValue() != null)
            .mapToLong(entry -> entry.getValue().offset())
            .sum();
    return new TopicStatus(
        topic,
        events,
        Math.max(0, events - done),
        sum(InboundBindings.deadLetterTopic(topic, GROUP), ends),
        last(topic, newest));
  }

  private static long sum(String topic, Map<TopicPartition, ListOffsetsResultInfo> offsets) {
    return offsets.entrySet().stream()
        .filter(entry -> entry.getKey().topic().equals(topic))
        .mapToLong(entry -> entry.getValue().offset())
        .sum();
  }

  private static @Nullable Instant last(
      String topic, Map<TopicPartition, ListOffsetsResultInfo> newest) {
    long millis =
        newest.entrySet().stream()
            .filter(entry -> entry.getKey().topic().equals(topic))
            .mapToLong(entry -> entry.getValue().timestamp())
            .max()
            .orElse(-1);
    return millis < 0 ? null : Instant.ofEpochMilli(millis);
  }

  private static List<TopicPartition> partitions(Map<String, TopicDescription> topics) {
    return topics.values().stream()
        .flatMap(topic ->
            topic.partitions().stream().map(it -> new TopicPartition(topic.name(), it.partition())))
        .collect(Collectors.toList());
  }

  private static TopicStatus unknown(String topic) {
    return new TopicStatus(topic, 0, null, 0, null);
  }

  private static <T> Mono<T> mono(KafkaFuture<T> answer) {
    return Mono.fromCompletionStage(answer.toCompletionStage());
  }

  @Override
  public void close() {
    admin.close(TIMEOUT);
  }
}
