package cn.jianfu.acceptance;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;

/** Runs in a container with a service's own login, and prints what the broker lets it do. */
final class BrokerProbe {

  private BrokerProbe() {}

  /**
   * Tries each in turn.
   *
   * @param arguments the secret with the login, then pairs of what is tried ({@code write}, {@code
   *     change}, {@code delete}) and the topic
   */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    Properties access = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
      access.load(reader);
    }
    access.put("bootstrap.servers", "kafka:9092");
    access.put("max.block.ms", "20000");
    for (int i = 1; i < arguments.length; i += 2) {
      String topic = arguments[i + 1];
      String answer = answer(tried(arguments[i], topic, access));
      System.out.println(arguments[i] + " " + topic + " " + answer);
    }
  }

  private static Callable<?> tried(String what, String topic, Properties access) {
    return switch (what) {
      case "write" -> () -> write(topic, access);
      case "change" -> () -> change(topic, access);
      case "delete" -> () -> delete(topic, access);
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static String answer(Callable<?> tried) throws Exception {
    try {
      tried.call();
      return "done";
    } catch (ExecutionException refused) {
      return Objects.requireNonNull(refused.getCause()).getClass().getSimpleName();
    }
  }

  /** Without a body: whoever hears it leaves it out. */
  private static Object write(String topic, Properties access) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(access, new StringSerializer(), new StringSerializer())) {
      return producer.send(new ProducerRecord<>(topic, "probe", null)).get();
    }
  }

  private static Object change(String topic, Properties access) throws Exception {
    var setting =
        new AlterConfigOp(new ConfigEntry("retention.ms", "-1"), AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(access)) {
      return admin
          .incrementalAlterConfigs(
              Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(setting)))
          .all()
          .get();
    }
  }

  private static Object delete(String topic, Properties access) throws Exception {
    try (Admin admin = Admin.create(access)) {
      return admin.deleteTopics(List.of(topic)).all().get();
    }
  }
}
