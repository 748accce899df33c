package cn.jianfu.messaging.topic;

import cn.jianfu.messaging.inbound.InboundDecoder;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.messaging.inbound.UndecodableEventException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Reads topics whole, in every instance and without a group, and follows them: of each subject it
 * keeps the event with the highest sequence, whatever order they come in.
 */
public final class TopicReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
  private static final int MOST_RECORDS = 2_000;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String bootstrapServers;
  private final List<String> topics;
  private final InboundDecoder decoder;
  private final Consumer<List<InboundEvent>> changes;
  private final Map<String, InboundEvent> latest = new ConcurrentHashMap<>();
  private final CompletableFuture<Map<String, InboundEvent>> ready = new CompletableFuture<>();
  private final Thread thread;
  private volatile @Nullable KafkaConsumer<String, byte[]> reading;
  private volatile boolean closed;

  /**
   * @param changes hears what is newer than what was known, on the reader's thread and in order;
   *     when it fails, it hears the same again
   */
  public TopicReader(
      String bootstrapServers,
      List<String> topics,
      InboundDecoder decoder,
      Consumer<List<InboundEvent>> changes) {
    this.bootstrapServers = bootstrapServers;
    this.topics = List.copyOf(topics);
    this.decoder = decoder;
    this.changes = changes;
    this.thread = Thread.ofPlatform().daemon().name("reader-" + topics).unstarted(this::run);
  }

  /** Begins to read; waits for the broker as long as it takes. */
  public void start() {
    thread.start();
  }

  /** Everything by subject, once all that stood in the topics at the start is read. */
  public Mono<Map<String, InboundEvent>> ready() {
    return Mono.fromFuture(() -> ready.copy());
  }

  public boolean isReady() {
    return ready.isDone();
  }

  /** The latest event of each subject, as far as it is read. */
  public Map<String, InboundEvent> latest() {
    return Map.copyOf(latest);
  }

  private void run() {
    while (!closed) {
      try (KafkaConsumer<String, byte[]> consumer =
          BareConsumer.open(bootstrapServers, MOST_RECORDS)) {
        reading = consumer;
        if (!read(consumer)) {
          pause();
        }
      } catch (WakeupException stop) {
        LOG.debug("the reader of {} stops", topics);
      } catch (KafkaException failure) {
        LOG.warn("cannot read {} and tries again: {}", topics, failure.toString());
        pause();
      }
    }
  }

  /** False when the owner of the topics has not made them yet. */
  private boolean read(KafkaConsumer<String, byte[]> consumer) {
    List<TopicPartition> partitions = BareConsumer.partitions(consumer, topics);
    if (partitions.isEmpty()) {
      LOG.debug("{} are not there yet", topics);
      return false;
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Set<TopicPartition> behind = new HashSet<>(partitions);
    while (!closed) {
      take(consumer);
      behind.removeIf(
          partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
      if (behind.isEmpty() && !ready.isDone()) {
        ready.complete(latest());
      }
    }
    return true;
  }

  private void take(KafkaConsumer<String, byte[]> consumer) {
    List<InboundEvent> newer = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
      InboundEvent event = decode(record);
      if (event != null && isNewer(event)) {
        newer.add(event);
      }
    }
    while (!newer.isEmpty() && !closed && !heard(newer)) {
      pause();
    }
  }

  private @Nullable InboundEvent decode(ConsumerRecord<String, byte[]> record) {
    try {
      return decoder.decode(record);
    } catch (UndecodableEventException poison) {
      LOG.warn("left out: {}", poison.getMessage());
      return null;
    }
  }

  private boolean isNewer(InboundEvent event) {
    InboundEvent known = latest.get(event.subject());
    if (known != null && known.sequence().compareTo(event.sequence()) >= 0) {
      return false;
    }
    latest.put(event.subject(), event);
    return true;
  }

  private boolean heard(List<InboundEvent> newer) {
    try {
      changes.accept(newer);
      return true;
    } catch (RuntimeException failure) {
      LOG.warn("changes of {} could not be applied and come again", topics, failure);
      return false;
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stop) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    KafkaConsumer<String, byte[]> consumer = reading;
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      if (!thread.join(Duration.ofSeconds(5))) {
        thread.interrupt();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
