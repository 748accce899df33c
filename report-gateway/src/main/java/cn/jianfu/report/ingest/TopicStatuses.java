package cn.jianfu.report.ingest;

import cn.jianfu.contracts.Topics;
import cn.jianfu.messaging.inbound.InboundBindings;
import cn.jianfu.messaging.topic.DeadLetters;
import cn.jianfu.messaging.topic.KafkaAccess;
import cn.jianfu.report.ingest.IngestStatus.TopicStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the broker how far the topics are, and how far they were read. */
final class TopicStatuses implements AutoCloseable {

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
            KafkaAccess.and(
                Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                    AdminClientConfig.CLIENT_ID_CONFIG, "report-ingest-status",
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis)));
  }

  /** The topics; without numbers while the broker is away. */
  Mono<List<TopicStatus>> now() {
    return partitions()
        .flatMap(this::statuses)
        .onErrorReturn(HEARD.stream().map(TopicStatuses::unknown).toList());
  }

  /** Of every topic that there is; a reader that never started has none for its dead letters. */
  private Mono<List<TopicPartition>> partitions() {
    List<String> all =
        HEARD.stream()
            .flatMap(topic ->
                Stream.of(
                        List.of(topic), Readers.deadLetterTopics(topic), Readers.againTopics(topic))
                    .flatMap(List::stream))
            .toList();
    return Flux.fromIterable(admin.describeTopics(all).topicNameValues().values())
        .flatMap(description ->
            mono(description)
                .onErrorResume(UnknownTopicOrPartitionException.class, _ -> Mono.empty()))
        .flatMapIterable(TopicStatuses::partitions)
        .collectList();
  }

  /** What waits for each reader; an error while the broker is away. */
  Mono<List<ReaderBacklog>> backlogs() {
    return partitions()
        .flatMap(partitions ->
            Mono.zip(offsets(partitions, OffsetSpec.latest()), readByAll(partitions))
                .map(all -> backlogs(all.getT1(), all.getT2())));
  }

  private static List<ReaderBacklog> backlogs(
      Map<TopicPartition, ListOffsetsResultInfo> ends,
      Map<String, Map<TopicPartition, Long>> read) {
    List<ReaderBacklog> backlogs = new ArrayList<>();
    for (String topic : HEARD) {
      for (String group : Readers.of(topic)) {
        String dead = InboundBindings.deadLetterTopic(topic, group);
        String redrive = DeadLetters.redriveGroup(dead);
        long lag = unread(topic, group, ends, read.getOrDefault(group, Map.of()));
        long left = waiting(dead, ends, read.getOrDefault(redrive, Map.of()));
        backlogs.add(new ReaderBacklog(topic, group, false, lag));
        backlogs.add(new ReaderBacklog(topic, group, true, left));
      }
    }
    return backlogs;
  }

  private Mono<List<TopicStatus>> statuses(List<TopicPartition> partitions) {
    return Mono.zip(
            offsets(partitions, OffsetSpec.latest()),
            offsets(partitions, OffsetSpec.maxTimestamp()),
            read(partitions))
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

  /** How far each topic was read by the view, and each of dead letters by who sends them back. */
  private Mono<Map<TopicPartition, Long>> read(List<TopicPartition> partitions) {
    return readBy(partitions, topic -> Stream.of(Readers.VIEW))
        .map(groups -> {
          Map<TopicPartition, Long> read = new HashMap<>();
          groups.values().forEach(read::putAll);
          return read;
        });
  }

  private Mono<Map<String, Map<TopicPartition, Long>>> readByAll(List<TopicPartition> partitions) {
    return readBy(partitions, topic -> Readers.of(topic).stream());
  }

  private Mono<Map<String, Map<TopicPartition, Long>>> readBy(
      List<TopicPartition> partitions, Function<String, Stream<String>> readers) {
    Map<String, ListConsumerGroupOffsetsSpec> groups =
        partitions.stream()
            .map(TopicPartition::topic)
            .flatMap(topic ->
                HEARD.contains(topic)
                    ? Stream.concat(readers.apply(topic), redriveGroups(topic))
                    : Stream.empty())
            .distinct()
            .collect(Collectors.toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec()));
    return mono(admin.listConsumerGroupOffsets(groups).all())
        .map(all -> {
          Map<String, Map<TopicPartition, Long>> read = new HashMap<>();
          all.forEach((group, offsets) -> read.put(group, known(offsets)));
          return read;
        });
  }

  private static Stream<String> redriveGroups(String topic) {
    return Readers.deadLetterTopics(topic).stream().map(DeadLetters::redriveGroup);
  }

  private static Map<TopicPartition, Long> known(Map<TopicPartition, OffsetAndMetadata> offsets) {
    Map<TopicPartition, Long> known = new HashMap<>();
    offsets.forEach((partition, offset) -> {
      if (offset != null) {
        known.put(partition, offset.offset());
      }
    });
    return known;
  }

  private static TopicStatus status(
      String topic,
      Map<TopicPartition, ListOffsetsResultInfo> ends,
      Map<TopicPartition, ListOffsetsResultInfo> newest,
      Map<TopicPartition, Long> read) {
    return new TopicStatus(
        topic,
        sum(topic, ends),
        unread(topic, Readers.VIEW, ends, read),
        Readers.deadLetterTopics(topic).stream().mapToLong(it -> waiting(it, ends, read)).sum(),
        last(topic, newest));
  }

  /** What a reader has before it: of the topic, and of its dead letters that were sent back. */
  private static long unread(
      String topic,
      String group,
      Map<TopicPartition, ListOffsetsResultInfo> ends,
      Map<TopicPartition, Long> read) {
    String again = InboundBindings.againTopic(InboundBindings.deadLetterTopic(topic, group));
    return waiting(topic, ends, read) + waiting(again, ends, read);
  }

  private static long waiting(
      String topic,
      Map<TopicPartition, ListOffsetsResultInfo> ends,
      Map<TopicPartition, Long> read) {
    long done =
        read.entrySet().stream()
            .filter(entry -> entry.getKey().topic().equals(topic))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return Math.max(0, sum(topic, ends) - done);
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

  private static List<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(it -> new TopicPartition(topic.name(), it.partition()))
        .toList();
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
