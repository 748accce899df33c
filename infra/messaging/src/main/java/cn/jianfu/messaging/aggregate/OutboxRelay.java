package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.EventNames;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;

/**
 * Publishes the outboxes of a service's aggregates to Kafka: right after the write, and by a sweep
 * for what a crash or an outage left behind; at least once, in order for each aggregate.
 */
public final class OutboxRelay implements AutoCloseable {

  private final RelaySettings settings;
  private final EventNames names;
  private final InstantSource clock;
  private final CrashPoints crash;
  private final String instance = new ObjectId().toHexString();
  private final RelayQueue queue;
  private final Backlog backlog;
  private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
  private final RelayRound round;
  private final RelayDrain drain;
  private final Epoch epoch;
  private final Supplier<EventSender> sender;

  public OutboxRelay(RelaySettings settings, EventNames names, Epoch epoch, MeterRegistry meters) {
    this(settings, names, epoch, meters, InstantSource.system(), CrashPoints.NONE);
  }

  OutboxRelay(
      RelaySettings settings,
      EventNames names,
      Epoch epoch,
      MeterRegistry meters,
      InstantSource clock,
      CrashPoints crash) {
    this(settings, names, epoch, meters, clock, crash, kafka(settings, names, crash));
  }

  OutboxRelay(
      RelaySettings settings,
      EventNames names,
      Epoch epoch,
      MeterRegistry meters,
      InstantSource clock,
      CrashPoints crash,
      Supplier<EventSender> sender) {
    this.settings = settings;
    this.names = names;
    this.clock = clock;
    this.crash = crash;
    this.queue = new RelayQueue(settings.queue());
    this.backlog = new Backlog(settings.backlog());
    RelayMeters counters = new RelayMeters(meters, settings.source(), backlog, queue, clock);
    this.epoch = epoch;
    this.sender = sender;
    this.round = new RelayRound(settings, queue, backlog, counters, clock, crash);
    RelaySweep sweep = new RelaySweep(settings, queue, outboxes, round, backlog, counters, clock);
    this.drain = new RelayDrain(queue, round, sweep, epoch, sender);
  }

  private static Supplier<EventSender> kafka(
      RelaySettings settings, EventNames names, CrashPoints crash) {
    String service = settings.source().replaceAll("[^A-Za-z0-9.-]", "");
    CloudEventRecords records = new CloudEventRecords(names, settings.source());
    // A name of its own for each producer, because JMX wants them distinct within one JVM.
    return () -> new KafkaSender(settings, service + "-relay-" + new ObjectId(), records, crash);
  }

  /** Begins to publish, as soon as store and broker are there. */
  public void start() {
    drain.start();
  }

  /** Publishes what it has in hand and stops; what is left waits in the outboxes. */
  @Override
  public void close() {
    drain.close();
  }

  /**
   * Publishes the present state of every aggregate again, at its present sequence: after a broker
   * has lost its data, or for a view that has. Blocks until it is done; writes go on meanwhile.
   *
   * @param present the published record that says how an aggregate stands, or none
   * @param progress hears now and then how many aggregates were published
   * @return how many aggregates were published
   */
  public <S> long resync(
      MongoAggregateStore<S> store, Function<Stored<S>, List<?>> present, LongConsumer progress) {
    try (EventSender own = sender.get()) {
      return new Resync<>(store, present, round, names)
          .run(own, RelayRound.await(epoch.current()), progress);
    }
  }

  /** Another sender of what this relay's service publishes. */
  EventSender sender() {
    return sender.get();
  }

  Outbox outboxOf(MongoCollection<BsonDocument> collection) {
    OutboxQueries queries = new OutboxQueries(collection, instance, settings.lease(), clock);
    Outbox outbox = new Outbox(queries, names, queue, backlog, crash, clock);
    outboxes.add(outbox);
    return outbox;
  }
}
