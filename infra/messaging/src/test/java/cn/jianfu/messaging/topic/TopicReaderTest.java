package cn.jianfu.messaging.topic;

import static cn.jianfu.messaging.TestRecords.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.messaging.TestBroker;
import cn.jianfu.messaging.TestEvents;
import cn.jianfu.messaging.TestEvents.TotalReachedV1;
import cn.jianfu.messaging.TestRecords;
import cn.jianfu.messaging.inbound.InboundDecoder;
import cn.jianfu.messaging.inbound.InboundEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@NullUnmarked
class TopicReaderTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final String topic = TestBroker.topic(3);
  private final InboundDecoder decoder =
      new InboundDecoder(new TestEvents(topic), new SimpleMeterRegistry());
  private final List<InboundEvent> changes = new CopyOnWriteArrayList<>();

  private TopicReader reader() {
    return new TopicReader(TestBroker.servers(), List.of(topic), decoder, changes::addAll);
  }

  private static long totalOf(InboundEvent event) {
    return ((TotalReachedV1) event.payload()).total();
  }

  @Test
  void theWholeTopicIsReadBeforeItIsReady() {
    TestRecords.send(
        IntStream.range(0, 50).mapToObj(i -> total(topic, "a" + i % 20, i, i)).toList());
    try (TopicReader reader = reader()) {
      reader.start();
      Map<String, InboundEvent> latest = reader.ready().block(PATIENCE);
      assertThat(latest).hasSize(20);
      assertThat(totalOf(latest.get("a3"))).isEqualTo(43);
      assertThat(reader.isReady()).isTrue();
    }
  }

  @Test
  void anEmptyTopicIsReadyAtOnce() {
    try (TopicReader reader = reader()) {
      reader.start();
      assertThat(reader.ready().block(PATIENCE)).isEmpty();
    }
  }

  @Test
  void theHighestSequenceWinsWhateverComesLast() {
    TestRecords.send(List.of(total(topic, "a", 2, 20), total(topic, "a", 1, 10)));
    try (TopicReader reader = reader()) {
      reader.start();
      assertThat(totalOf(reader.ready().block(PATIENCE).get("a"))).isEqualTo(20);
      assertThat(changes).hasSize(1);
    }
  }

  @Test
  void laterChangesAreHeardAndPoisonIsLeftOut() {
    try (TopicReader reader = reader()) {
      reader.start();
      reader.ready().block(PATIENCE);
      ProducerRecord<String, byte[]> poison =
          TestRecords.event(topic, "x", 1, "test.total-reached.v1", "{");
      TestRecords.send(List.of(poison, total(topic, "a", 1, 10), total(topic, "a", 2, 20)));
      await().atMost(PATIENCE).until(() -> changes.size() == 2);
      assertThat(totalOf(reader.latest().get("a"))).isEqualTo(20);
    }
  }

  @Test
  void whatCouldNotBeAppliedIsHeardAgain() {
    AtomicBoolean failed = new AtomicBoolean();
    TestRecords.send(List.of(total(topic, "a", 1, 10)));
    try (TopicReader reader =
        new TopicReader(
            TestBroker.servers(),
            List.of(topic),
            decoder,
            events -> {
              if (failed.compareAndSet(false, true)) {
                throw new IllegalStateException("store away");
              }
              changes.addAll(events);
            })) {
      reader.start();
      await().atMost(PATIENCE).until(() -> changes.size() == 1);
    }
  }

  @Test
  void aReplayReadsEverythingInOrderWithinASubject() {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      records.add(total(topic, "a" + i % 10, i, i));
    }
    records.add(TestRecords.event(topic, "x", 1, "test.total-reached.v1", "{"));
    TestRecords.send(records);
    ConcurrentLinkedQueue<InboundEvent> heard = new ConcurrentLinkedQueue<>();
    List<ReplayProgress> progress = new CopyOnWriteArrayList<>();
    TopicReplay replay = new TopicReplay(TestBroker.servers(), decoder, 40, PATIENCE);
    Map<TopicPartition, Long> ends =
        replay.run(
            List.of(topic), events -> Mono.fromRunnable(() -> heard.addAll(events)), progress::add);
    assertThat(heard).hasSize(300);
    for (int i = 0; i < 10; i++) {
      String subject = "a" + i;
      assertThat(heard.stream().filter(event -> event.subject().equals(subject)))
          .extracting(InboundEvent::sequence)
          .isSorted();
    }
    assertThat(ends.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(301);
    assertThat(progress.getLast()).isEqualTo(new ReplayProgress(301, 301, 1));
  }

  @Test
  void topicsAreProvisionedAgainAndAgain() {
    String name = topic + "-more";
    TopicProvisioner provisioner = new TopicProvisioner(TestBroker.servers(), PATIENCE);
    provisioner.provision(List.of(TopicSpec.compacted(name, 1)));
    provisioner.provision(List.of(TopicSpec.compacted(name, 1), TopicSpec.kept(topic, 3)));
    provisioner.provision(List.of(TopicSpec.compacted(name, 2)));
    await()
        .until(() -> {
          // A consumer keeps what it was told of a topic for minutes.
          try (var consumer = TestBroker.consumer(TestBroker.servers())) {
            return consumer.partitionsFor(name).size() == 2;
          }
        });
  }
}
