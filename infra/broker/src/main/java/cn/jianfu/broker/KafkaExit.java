package cn.jianfu.broker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between Kafka and the end of the JVM: what Kafka wants to end it for is logged and told to
 * the running brokers, and the thread that asked ends instead.
 */
final class KafkaExit {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaExit.class);
  private static final Set<Consumer<String>> LISTENERS = ConcurrentHashMap.newKeySet();

  private KafkaExit() {}

  static void listen(Consumer<String> listener) {
    LISTENERS.add(listener);
    // Set each time, because others in the JVM (test kits) may have reset them.
    Exit.setExitProcedure((status, message) -> report("exit", status, message));
    Exit.setHaltProcedure((status, message) -> report("halt", status, message));
  }

  static void forget(Consumer<String> listener) {
    LISTENERS.remove(listener);
  }

  private static void report(String how, int status, String message) {
    String reason =
        "Kafka wanted to "
            + how
            + " the JVM with status "
            + status
            + (message == null || message.isBlank() ? "" : ": " + message);
    LOG.error("{}", reason, new BrokerException(reason));
    LISTENERS.forEach(listener -> listener.accept(reason));
    throw new BrokerException(reason);
  }
}
