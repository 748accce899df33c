package cn.jianfu.load;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.Topics;
import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import cn.jianfu.load.stats.Rate;
import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.aggregate.AggregateSettings;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.MongoAggregateStore;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.RelaySettings;
import cn.jianfu.messaging.aggregate.StateMapping;
import cn.jianfu.messaging.topic.TopicProvisioner;
import cn.jianfu.messaging.topic.TopicSpec;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What waits in outboxes when the broker comes back, until it is published and forgotten, against a
 * bare producer of the same records. The relay is the product's, in the measuring JVM; store and
 * broker are the platform's.
 */
final class DrainFigure {

  private static final String TOPIC = "load.drain";
  private static final String BARE = "load.drain-bare";
  private static final String DATABASE = "load_drain";
  private static final int BATCH = 500;

  private final Run run;

  private DrainFigure(Run run) {
    this.run = run;
  }

  static Figure measure(Run run) {
    return new DrainFigure(run).measure();
  }

  private Figure measure() {
    new TopicProvisioner(run.platform().brokers(), Duration.ofSeconds(30))
        .provision(List.of(TopicSpec.kept(TOPIC, 6), TopicSpec.kept(BARE, 6)));
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    run.records().read(List.of(Topics.GROUP_ACTIVITY), run.settings().drainEvents(), records::add);
    try (MongoClient client = MongoClients.create(run.platform().store())) {
      MongoDatabase database = client.getDatabase(DATABASE);
      Epoch epoch = new Epoch(database, InstantSource.system());
      RelaySettings relaySettings =
          RelaySettings.of(run.platform().brokers(), "/load").backlog(10_000_000);
      try (OutboxRelay relay =
          new OutboxRelay(relaySettings, new ToTopic(TOPIC), epoch, new SimpleMeterRegistry())) {
        write(database, relay, records);
        produce(records.subList(0, Math.min(records.size(), 2_000)));
        Rate before = produce(records);
        Rate measured = drain(relay, records.size());
        Rate baseline = before.plus(produce(records));
        return figure(measured, baseline);
      }
    } finally {
      run.database(DATABASE).drop();
    }
  }

  private static Figure figure(Rate measured, Rate baseline) {
    double ratio = measured.perSecond() / baseline.perSecond();
    return new Figure(
        "Outbox drain after an outage",
        measured.inWords(),
        baseline.inWords(),
        ratio,
        List.of(Goal.atLeast(ratio, 0.10, 0.25, "")),
        "%d aggregates with one event each, from the relay's start until all were acknowledged and taken out of the outboxes; processor time of store and broker %s an event, with the bare producer's broker alone %s"
            .formatted(measured.count(), measured.costInWords(), baseline.costInWords()));
  }

  /** As while the broker is away: the events wait in the outboxes. */
  private void write(
      MongoDatabase database, OutboxRelay relay, List<ConsumerRecord<String, byte[]>> records) {
    MongoAggregateStore<Kept> store =
        new MongoAggregateStore<>(
            database,
            "kept",
            StateMapping.identity(Kept.class),
            AggregateSettings.defaults().seen(4),
            relay);
    store.ensureIndexes(List.of()).block();
    for (int from = 0; from < records.size(); from += BATCH) {
      List<Command<Kept, String>> commands =
          records.subList(from, Math.min(records.size(), from + BATCH)).stream()
              .map(DrainFigure::command)
              .toList();
      store.executeAll(commands).block();
    }
  }

  private static Command<Kept, String> command(ConsumerRecord<String, byte[]> record) {
    ActivityRecordedV1 payload = EventJson.read(record.value(), ActivityRecordedV1.class);
    String id = record.key() + "/" + record.partition() + "/" + record.offset();
    Instant at = Instant.ofEpochMilli(record.timestamp());
    return new Command<>(
        id,
        id,
        "hash",
        "/load",
        at,
        null,
        _ ->
            new Decision.Accepted<>(
                new Kept(payload.groupId(), payload.messages()), List.of(payload)));
  }

  private Rate drain(OutboxRelay relay, int count) {
    Duration cpu = run.platform().process().cpu();
    long begun = System.nanoTime();
    relay.start();
    run.records().awaitCount(List.of(TOPIC), count);
    Await.until("the outboxes are empty", Duration.ofMillis(5), this::isEmpty);
    return Rate.of(
        count,
        Duration.ofNanos(System.nanoTime() - begun),
        run.platform().process().cpu().minus(cpu));
  }

  private boolean isEmpty() {
    return run.database(DATABASE)
            .getCollection("kept")
            .find(Filters.gt("outbox.at", Instant.EPOCH))
            .first()
        == null;
  }

  private Rate produce(List<ConsumerRecord<String, byte[]>> records) {
    Duration cpu = run.platform().process().cpu();
    long begun;
    try (KafkaProducer<String, byte[]> producer = bareProducer()) {
      producer.partitionsFor(BARE);
      begun = System.nanoTime();
      for (ConsumerRecord<String, byte[]> record : records) {
        var _ =
            producer.send(
                new ProducerRecord<>(BARE, null, record.key(), record.value(), record.headers()));
      }
      producer.flush();
    }
    return Rate.of(
        records.size(),
        Duration.ofNanos(System.nanoTime() - begun),
        run.platform().process().cpu().minus(cpu));
  }

  /** With the relay's own settings. */
  private KafkaProducer<String, byte[]> bareProducer() {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, run.platform().brokers());
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * What is kept of a drained event; public because the codec reads it.
   *
   * @param group the group
   * @param messages of the day
   */
  public record Kept(String group, int messages) {}

  /** The published language, all of it to one topic. */
  private record ToTopic(String topic) implements EventNames {

    @Override
    public String nameOf(Object payload) {
      return EventCatalogue.of(payload).name();
    }

    @Override
    public @Nullable Class<?> payloadOf(String name) {
      var type = EventCatalogue.named(name);
      return type == null ? null : type.payload();
    }

    @Override
    public String topicOf(String name) {
      return topic;
    }
  }
}
