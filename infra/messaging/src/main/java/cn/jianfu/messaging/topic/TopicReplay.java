package cn.jianfu.messaging.topic;

import cn.jianfu.messaging.inbound.InboundDecoder;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.messaging.inbound.UndecodableEventException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Reads topics from the beginning to where they end now, for a view that is built anew: partitions
 * in parallel, each in order, in batches.
 */
public final class TopicReplay {

  private static final Logger LOG = LoggerFactory.getLogger(TopicReplay.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final String bootstrapServers;
  private final InboundDecoder decoder;
  private final int batch;
  private final Duration timeout;

  /**
   * @param batch how many records a batch has at most, give or take those of a poll
   * @param timeout how long a batch may take
   */
  public TopicReplay(String bootstrapServers, InboundDecoder decoder, int batch, Duration timeout) {
    this.bootstrapServers = bootstrapServers;
    this.decoder = decoder;
    this.batch = batch;
    this.timeout = timeout;
  }

  /**
   * Blocks until everything is read and applied; undecodable records are left out and counted.
   *
   * @param batches hears the batches of several partitions at a time
   * @param progress hears how far it is, after every batch
   * @return where each partition ended
   */
  public Map<TopicPartition, Long> run(
      List<String> topics,
      Function<List<InboundEvent>, Mono<?>> batches,
      Consumer<ReplayProgress> progress) {
    Map<TopicPartition, Long> ends = ends(topics);
    ReplayTally tally =
        new ReplayTally(ends.values().stream().mapToLong(Long::longValue).sum(), progress);
    List<Callable<Void>> readers = new ArrayList<>();
    ends.forEach((partition, end) -> readers.add(() -> read(partition, end, batches, tally)));
    int threads = Math.max(1, Math.min(readers.size(), Runtime.getRuntime().availableProcessors()));
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (Future<Void> reader : pool.invokeAll(readers)) {
        reader.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("the replay of " + topics + " failed", failure.getCause());
    }
    return ends;
  }

  private Map<TopicPartition, Long> ends(List<String> topics) {
    try (KafkaConsumer<String, byte[]> consumer = BareConsumer.openToRead(bootstrapServers)) {
      return Map.copyOf(consumer.endOffsets(BareConsumer.partitions(consumer, topics)));
    }
  }

  private Void read(
      TopicPartition partition,
      long end,
      Function<List<InboundEvent>, Mono<?>> batches,
      ReplayTally tally) {
    try (KafkaConsumer<String, byte[]> consumer = BareConsumer.openToRead(bootstrapServers)) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long position = consumer.position(partition);
      tally.read(position, 0);
      while (position < end) {
        // What is read at a time is merged before it is written: the more, the less there is to
        // write.
        List<InboundEvent> events = new ArrayList<>();
        long from = position;
        while (position < end && events.size() < batch) {
          decode(consumer.poll(POLL), end, events, tally);
          position = consumer.position(partition);
        }
        if (!events.isEmpty()) {
          batches.apply(events).block(timeout);
        }
        tally.read(Math.min(position, end) - from, 0);
      }
    }
    return null;
  }

  private void decode(
      ConsumerRecords<String, byte[]> records,
      long end,
      List<InboundEvent> events,
      ReplayTally tally) {
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.offset() < end) {
        add(record, events, tally);
      }
    }
  }

  private void add(
      ConsumerRecord<String, byte[]> record, List<InboundEvent> events, ReplayTally tally) {
    try {
      InboundEvent event = decoder.decode(record);
      if (event != null) {
        events.add(event);
      }
    } catch (UndecodableEventException poison) {
      tally.read(0, 1);
      LOG.warn("left out: {}", poison.getMessage());
    }
  }
}
