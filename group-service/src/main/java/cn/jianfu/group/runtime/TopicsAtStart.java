package cn.jianfu.group.runtime;

import cn.jianfu.contracts.Topics;
import cn.jianfu.messaging.topic.DeadLetters;
import cn.jianfu.messaging.topic.TopicProvisioner;
import cn.jianfu.messaging.topic.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Creates the topics that this service owns or hears, before anything is heard from them. */
@Component
final class TopicsAtStart implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TopicsAtStart.class);
  private static final String HISTORY = "group-history";
  private static final String JUDGEMENTS = "group-judgements";
  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);
  // Without a broker the service starts all the same: writes wait in the outboxes.
  private static final Duration START_WAITS = Duration.ofSeconds(15);

  private final TopicProvisioner provisioner;
  private final List<TopicSpec> topics;
  private final List<TopicSpec> heard;
  private volatile boolean started;

  TopicsAtStart(
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      @Value("${jianfu.topics.partitions}") int partitions) {
    this.provisioner = new TopicProvisioner(brokers, AS_LONG_AS_IT_TAKES);
    this.topics =
        Stream.concat(
                Stream.of(
                    TopicSpec.kept(Topics.GROUP_EVENTS, partitions),
                    TopicSpec.kept(Topics.GROUP_ACTIVITY, partitions)),
                Stream.concat(
                    DeadLetters.topics(Topics.GROUP_EVENTS, HISTORY).stream(),
                    DeadLetters.topics(Topics.SUPERVISION_EVENTS, JUDGEMENTS).stream()))
            .toList();
    this.heard = List.of(TopicSpec.kept(Topics.SUPERVISION_EVENTS, partitions));
  }

  @Override
  public void start() {
    started = true;
    Thread provisioning = Thread.ofVirtual().name("topics-at-start").start(this::provision);
    try {
      provisioning.join(START_WAITS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void provision() {
    try {
      provisioner.provision(topics, heard);
    } catch (RuntimeException failure) {
      LOG.error("topics are missing", failure);
    }
  }

  @Override
  public void stop() {
    started = false;
  }

  @Override
  public boolean isRunning() {
    return started;
  }

  /** Before the bindings, which are among the last to start. */
  @Override
  public int getPhase() {
    return 0;
  }
}
