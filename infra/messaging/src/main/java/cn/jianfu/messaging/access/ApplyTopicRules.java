package cn.jianfu.messaging.access;

import cn.jianfu.messaging.topic.KafkaAccess;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Brings a broker's rules up to date and ends, with 1 when that was not possible: {@code java -cp
 * app.jar … ApplyTopicRules <resource>}. The broker is SPRING_KAFKA_BOOTSTRAP_SERVERS, the login
 * that of JIANFU_KAFKA_ACCESS.
 */
public final class ApplyTopicRules {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private ApplyTopicRules() {}

  public static void main(String[] arguments) {
    // The client would print its configuration, and the default of the logger here is everything.
    System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    System.setProperty("slf4j.internal.verbosity", "WARN");
    String brokers = System.getenv().getOrDefault("SPRING_KAFKA_BOOTSTRAP_SERVERS", "");
    Map<String, Object> access =
        KafkaAccess.and(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "topic-rules"));
    System.exit(apply(TopicRules.of(arguments[0]), access, PATIENCE, System.out) ? 0 : 1);
  }

  /** Whether the broker's rules are these now; what was done is printed. */
  static boolean apply(
      TopicRules rules, Map<String, Object> access, Duration patience, PrintStream out) {
    long deadline = System.nanoTime() + patience.toNanos();
    try (Admin admin = Admin.create(access)) {
      while (true) {
        try {
          RulesAtBroker.Changed changed = new RulesAtBroker(admin).apply(rules);
          out.printf(
              "%d rules for %s; added %d, withdrawn %d%n",
              rules.bindings().size(), rules.logins(), changed.added(), changed.withdrawn());
          return true;
        } catch (RetriableException notYet) {
          if (System.nanoTime() > deadline) {
            throw notYet;
          }
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    } catch (ApiException refused) {
      out.println("The rules could not be applied: " + refused);
      return false;
    }
  }
}
