package cn.jianfu.broker;

import java.nio.file.Path;
import java.util.Properties;

/** Kafka's configuration of one small node: everything once, little memory, quick to come back. */
final class BrokerProperties {

  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private BrokerProperties() {}

  static Properties of(BrokerSettings settings, Path log, BrokerPorts ports) {
    Properties properties = new Properties();
    identity(properties, settings, log, ports);
    oneCopyOfEverything(properties);
    quickReturn(properties);
    littleMemory(properties);
    nothingForgotten(properties);
    settings.overrides().forEach(properties::setProperty);
    return properties;
  }

  private static void identity(
      Properties properties, BrokerSettings settings, Path log, BrokerPorts ports) {
    String clients = settings.host() + ":" + ports.clients();
    String controller = "127.0.0.1:" + ports.controller();
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", String.valueOf(NODE_ID));
    properties.setProperty("log.dirs", log.toString());
    properties.setProperty("controller.listener.names", CONTROLLER_LISTENER);
    properties.setProperty("controller.quorum.voters", NODE_ID + "@" + controller);
    properties.setProperty(
        "listeners", "CLIENTS://" + clients + "," + CONTROLLER_LISTENER + "://" + controller);
    properties.setProperty("advertised.listeners", "CLIENTS://" + clients);
    properties.setProperty("inter.broker.listener.name", "CLIENTS");
    properties.setProperty(
        "listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.setProperty("auto.create.topics.enable", "false");
  }

  private static void oneCopyOfEverything(Properties properties) {
    properties.setProperty("default.replication.factor", "1");
    properties.setProperty("min.insync.replicas", "1");
    properties.setProperty("offsets.topic.replication.factor", "1");
    properties.setProperty("offsets.topic.num.partitions", "4");
    properties.setProperty("transaction.state.log.replication.factor", "1");
    properties.setProperty("transaction.state.log.min.isr", "1");
    properties.setProperty("transaction.state.log.num.partitions", "4");
    properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
    properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    properties.setProperty("share.coordinator.state.topic.num.partitions", "1");
  }

  private static void quickReturn(Properties properties) {
    // After kill -9 a start waits until the old registration has lapsed.
    properties.setProperty("broker.session.timeout.ms", "3000");
    properties.setProperty("broker.heartbeat.interval.ms", "500");
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
    // A start that cannot finish says so instead of waiting for ever.
    properties.setProperty("server.max.startup.time.ms", "120000");
    // Kafka's default writes (and syncs) a record every half second while idle.
    properties.setProperty("metadata.max.idle.interval.ms", "5000");
  }

  private static void littleMemory(Properties properties) {
    properties.setProperty("num.network.threads", "2");
    properties.setProperty("num.io.threads", "4");
    properties.setProperty("background.threads", "2");
    properties.setProperty("num.recovery.threads.per.data.dir", "2");
    properties.setProperty("log.cleaner.threads", "1");
    properties.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
    properties.setProperty("log.segment.bytes", "268435456");
    properties.setProperty("log.index.size.max.bytes", "2097152");
  }

  private static void nothingForgotten(Properties properties) {
    // Views are rebuilt from the topics; those that may expire say so themselves.
    properties.setProperty("log.retention.ms", "-1");
    // A machine that was off for a month goes on where its consumers stopped.
    properties.setProperty("offsets.retention.minutes", String.valueOf(365 * 24 * 60));
  }
}
