package cn.jianfu.messaging.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics that are missing and brings the settings of the others up to date; it may run
 * any number of times, in any number of instances.
 */
public final class TopicProvisioner {

  private static final Logger LOG = LoggerFactory.getLogger(TopicProvisioner.class);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration ONE_ANSWER = Duration.ofSeconds(5);

  private final String bootstrapServers;
  private final Duration patience;
  private final Map<String, ?> access;

  /**
   * @param patience how long to wait for the broker
   */
  public TopicProvisioner(String bootstrapServers, Duration patience) {
    this(bootstrapServers, patience, KafkaAccess.and(Map.of()));
  }

  TopicProvisioner(String bootstrapServers, Duration patience, Map<String, ?> access) {
    this.bootstrapServers = bootstrapServers;
    this.patience = patience;
    this.access = access;
  }

  /** As {@link #provision(List, List)}, of a service that makes no topics of others. */
  public void provision(List<TopicSpec> own) {
    provision(own, List.of());
  }

  /**
   * Blocks until the topics are as specified.
   *
   * @param heard topics of others: made when their owner has not started yet, and otherwise left as
   *     they are
   * @throws IllegalStateException when the broker is not there in time or does not let us in by
   *     then, or when a topic has more partitions than specified: that cannot be undone
   */
  public void provision(List<TopicSpec> own, List<TopicSpec> heard) {
    long deadline = System.nanoTime() + patience.toNanos();
    try (Admin admin = Admin.create(properties())) {
      while (true) {
        try {
          apply(admin, own, heard);
          return;
        } catch (RetriableException notYet) {
          goOnUntil(deadline, "no broker at " + bootstrapServers, notYet);
        } catch (AuthorizationException notYet) {
          // After an update the rules that let us in may come a moment later.
          goOnUntil(deadline, "the broker's rules forbid it", notYet);
        }
      }
    }
  }

  private void goOnUntil(long deadline, String why, Exception notYet) {
    if (System.nanoTime() > deadline) {
      throw new IllegalStateException(why + " within " + patience, notYet);
    }
    LOG.debug("topics wait: {}", why, notYet);
    LockSupport.parkNanos(PAUSE.toNanos());
  }

  private Map<String, Object> properties() {
    int millis = (int) ONE_ANSWER.toMillis();
    Map<String, Object> properties = new HashMap<>(access);
    properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    return properties;
  }

  private static void apply(Admin admin, List<TopicSpec> own, List<TopicSpec> heard) {
    Set<String> existing = get(admin.listTopics().names());
    List<TopicSpec> old = own.stream().filter(spec -> existing.contains(spec.name())).toList();
    Stream.concat(own.stream(), heard.stream())
        .filter(spec -> !existing.contains(spec.name()))
        .forEach(spec -> create(admin, spec));
    if (!old.isEmpty()) {
      widen(admin, old);
      get(admin.incrementalAlterConfigs(settings(old)).all());
    }
  }

  private static void create(Admin admin, TopicSpec spec) {
    NewTopic topic =
        new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.empty())
            .configs(spec.settings());
    try {
      get(admin.createTopics(List.of(topic)).all());
    } catch (TopicExistsException anotherInstanceWasFirst) {
      return;
    }
  }

  private static void widen(Admin admin, List<TopicSpec> specs) {
    Map<String, TopicDescription> present =
        get(admin.describeTopics(specs.stream().map(TopicSpec::name).toList()).allTopicNames());
    Map<String, NewPartitions> wider = new HashMap<>();
    for (TopicSpec spec : specs) {
      TopicDescription found = present.get(spec.name());
      int partitions = found == null ? spec.partitions() : found.partitions().size();
      if (partitions > spec.partitions()) {
        throw new IllegalStateException(
            spec.name() + " has " + partitions + " partitions, not " + spec.partitions());
      }
      if (partitions < spec.partitions()) {
        wider.put(spec.name(), NewPartitions.increaseTo(spec.partitions()));
      }
    }
    if (!wider.isEmpty()) {
      get(admin.createPartitions(wider).all());
    }
  }

  private static Map<ConfigResource, Collection<AlterConfigOp>> settings(List<TopicSpec> specs) {
    Map<ConfigResource, Collection<AlterConfigOp>> settings = new HashMap<>();
    for (TopicSpec spec : specs) {
      settings.put(
          new ConfigResource(ConfigResource.Type.TOPIC, spec.name()),
          spec.settings().entrySet().stream()
              .map(one -> new ConfigEntry(one.getKey(), one.getValue()))
              .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
              .toList());
    }
    return settings;
  }

  private static <T> T get(KafkaFuture<T> answer) {
    return KafkaAnswers.get(answer, ONE_ANSWER);
  }
}
