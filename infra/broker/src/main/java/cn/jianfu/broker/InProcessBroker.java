package cn.jianfu.broker;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka broker in this JVM: what it acknowledged is there after a restart and after kill -9. */
public final class InProcessBroker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(InProcessBroker.class);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

  private final BrokerFolder folder;
  private final KafkaRaftServer server;
  private final String bootstrapServers;
  private final CompletableFuture<String> failure = new CompletableFuture<>();
  private final Consumer<String> onExit = failure::complete;
  private final AtomicBoolean closed = new AtomicBoolean();

  private InProcessBroker(BrokerFolder folder, KafkaRaftServer server, String bootstrapServers) {
    this.folder = folder;
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts on new or existing data and returns when clients can connect; throws {@link
   * BrokerException} when the folder or port is in use or the data cannot be read.
   */
  public static InProcessBroker start(BrokerSettings settings) {
    BrokerFolder folder = BrokerFolder.claim(settings.folder());
    try {
      return startIn(folder, settings);
    } catch (RuntimeException | Error failure) {
      folder.close();
      throw failure;
    }
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Completes, with the reason in words, when the running broker has to give up. */
  public CompletionStage<String> failure() {
    return failure.minimalCompletionStage();
  }

  /** Stops in order; a second call does nothing. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      stop();
    } finally {
      KafkaExit.forget(onExit);
      folder.close();
    }
  }

  private static InProcessBroker startIn(BrokerFolder folder, BrokerSettings settings) {
    BrokerPorts ports = BrokerPorts.find(settings.host(), settings.port());
    MetadataLog.refuseDamaged(folder.log());
    folder.formatWhenNew(BrokerProperties.NODE_ID, BrokerProperties.CONTROLLER_LISTENER);
    Properties properties = BrokerProperties.of(settings, folder.log(), ports);
    InProcessBroker broker =
        new InProcessBroker(
            folder, node(folder, properties), settings.host() + ":" + ports.clients());
    broker.startUp();
    return broker;
  }

  private static KafkaRaftServer node(BrokerFolder folder, Properties properties) {
    try {
      return new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    } catch (RuntimeException unreadable) {
      throw notStarted(folder, unreadable);
    }
  }

  /** On a thread of its own, because Kafka goes on waiting when one of its threads has failed. */
  private void startUp() {
    KafkaExit.listen(onExit);
    CompletableFuture<Void> started = new CompletableFuture<>();
    Thread starter =
        Thread.ofPlatform().daemon().name("broker-start").start(() -> startInto(started));
    CompletableFuture<Void> failed =
        failure.thenAccept(reason -> {
          throw new BrokerException(reason);
        });
    try {
      CompletableFuture.anyOf(started, failed).join();
    } catch (CompletionException problem) {
      starter.interrupt();
      KafkaExit.forget(onExit);
      stop();
      throw notStarted(folder, problem.getCause() == null ? problem : problem.getCause());
    }
  }

  private void startInto(CompletableFuture<Void> started) {
    try {
      server.startup();
      started.complete(null);
    } catch (Throwable problem) {
      started.completeExceptionally(problem);
    }
  }

  /** On a thread of its own, because a failed node may wait minutes for itself. */
  private void stop() {
    Thread stopper = Thread.ofPlatform().daemon().name("broker-stop").start(this::shutDown);
    try {
      if (!stopper.join(STOPS_WITHIN)) {
        LOG.warn("the broker did not stop within {}", STOPS_WITHIN);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void shutDown() {
    try {
      server.shutdown();
      server.awaitShutdown();
    } catch (RuntimeException problem) {
      LOG.warn("the broker could not be stopped cleanly", problem);
    }
  }

  private static BrokerException notStarted(BrokerFolder folder, Throwable cause) {
    return new BrokerException(
        "the broker cannot start on the data in "
            + folder.log()
            + ": "
            + cause.getMessage()
            + "; if the data is damaged, restore it from a backup or move it away to begin anew",
        cause);
  }
}
