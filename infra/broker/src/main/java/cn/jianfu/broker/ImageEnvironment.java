package cn.jianfu.broker;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Kafka's properties from a container's environment, by the rule of the image apache/kafka:
 * KAFKA_A_B is {@code a.b}, two underscores are one, three are a dash.
 */
final class ImageEnvironment {

  private static final String PREFIX = "KAFKA_";

  /** Said to the JVM or to scripts and no properties of the broker. */
  private static final Set<String> NOT_THE_BROKERS =
      Set.of(
          "KAFKA_VERSION",
          "KAFKA_OPTS",
          "KAFKA_HEAP_OPTS",
          "KAFKA_JMX_OPTS",
          "KAFKA_JMX_HOSTNAME",
          "KAFKA_JVM_PERFORMANCE_OPTS",
          "KAFKA_GC_LOG_OPTS",
          "KAFKA_LOG4J_OPTS",
          "KAFKA_LOG4J_LOGGERS",
          "KAFKA_LOG4J_ROOT_LOGLEVEL",
          "KAFKA_TOOLS_LOG4J_LOGLEVEL");

  private ImageEnvironment() {}

  static Properties properties(Map<String, String> environment) {
    Properties properties = oneOpenNode();
    environment.forEach((variable, value) -> {
      if (variable.startsWith(PREFIX) && !NOT_THE_BROKERS.contains(variable)) {
        properties.setProperty(name(variable), value);
      }
    });
    return properties;
  }

  private static String name(String variable) {
    return variable
        .substring(PREFIX.length())
        .toLowerCase(Locale.ROOT)
        .replace("___", "-")
        .replace("__", "\0")
        .replace('_', '.')
        .replace('\0', '_');
  }

  /** What the image does without any variable: a single node that is reached from its own host. */
  private static Properties oneOpenNode() {
    Properties properties = new Properties();
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", "1");
    properties.setProperty("controller.quorum.voters", "1@localhost:9093");
    properties.setProperty("controller.listener.names", "CONTROLLER");
    properties.setProperty("listeners", "PLAINTEXT://:9092,CONTROLLER://:9093");
    properties.setProperty("advertised.listeners", "PLAINTEXT://localhost:9092");
    properties.setProperty(
        "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    properties.setProperty("log.dirs", "/var/lib/kafka/data");
    properties.setProperty("offsets.topic.replication.factor", "1");
    properties.setProperty("transaction.state.log.replication.factor", "1");
    properties.setProperty("transaction.state.log.min.isr", "1");
    properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
    properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
    return properties;
  }
}
