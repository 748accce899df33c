package cn.jianfu.messaging.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it must be.
 *
 * @param settings Kafka's settings of the topic
 */
public record TopicSpec(String name, int partitions, Map<String, String> settings) {

  /** Of what is published, in bytes: a complete state may be long, and grows in revisions. */
  public static final int LARGEST_RECORD = 8 * 1024 * 1024;

  public TopicSpec {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(LARGEST_RECORD));
    settings = Map.copyOf(all);
  }

  /** Keeps every record, so that views can be rebuilt from it. */
  public static TopicSpec kept(String name, int partitions) {
    return new TopicSpec(name, partitions, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
  }

  /** Keeps the latest record of each key. */
  public static TopicSpec compacted(String name, int partitions) {
    return new TopicSpec(
        name,
        partitions,
        Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
  }

  /** Forgets records after a time. */
  public static TopicSpec passing(String name, int partitions, Duration retention) {
    return new TopicSpec(
        name,
        partitions,
        Map.of(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention.toMillis())));
  }
}
