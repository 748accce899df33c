package cn.jianfu.messaging.topic;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How this process is let in at the broker: the Kafka client properties (protocol, mechanism,
 * login, trust) of the file that JIANFU_KAFKA_ACCESS names. Without one the broker must be open.
 */
public final class KafkaAccess {

  static final String VARIABLE = "JIANFU_KAFKA_ACCESS";

  private KafkaAccess() {}

  /** A client's own properties, and with them those of the access. */
  public static Map<String, Object> and(Map<String, ?> own) {
    return joined(own, System.getenv(VARIABLE));
  }

  static Map<String, Object> joined(Map<String, ?> own, @Nullable String file) {
    Map<String, Object> all = new HashMap<>();
    if (file != null && !file.isBlank()) {
      read(Path.of(file)).forEach((name, value) -> all.put(name.toString(), value));
    }
    all.putAll(own);
    return all;
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          VARIABLE + " names the file " + file + ", which cannot be read", unreadable);
    }
    return properties;
  }
}
