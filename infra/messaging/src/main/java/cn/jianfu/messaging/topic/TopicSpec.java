package cn.jianfu.messaging.topic;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it must be.
 *
 * @param settings Kafka's settings of the topic
 */
public record TopicSpec(String name, int partitions, Map<String, String> settings) {

  public TopicSpec {
    settings = Map.copyOf(settings);
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
