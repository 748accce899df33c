package cn.jianfu.group.runtime;

import cn.jianfu.contracts.Topics;
import cn.jianfu.messaging.topic.TopicProvisioner;
import cn.jianfu.messaging.topic.TopicSpec;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Creates the topics that this service owns, as soon as the broker is there. */
@Component
final class TopicsAtStart implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(TopicsAtStart.class);
  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

  private final TopicProvisioner provisioner;
  private final List<TopicSpec> topics;

  TopicsAtStart(
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      @Value("${jianfu.topics.partitions}") int partitions) {
    this.provisioner = new TopicProvisioner(brokers, AS_LONG_AS_IT_TAKES);
    this.topics =
        List.of(
            TopicSpec.kept(Topics.GROUP_EVENTS, partitions),
            TopicSpec.kept(Topics.GROUP_ACTIVITY, partitions));
  }

  @Override
  public void run(ApplicationArguments arguments) {
    // Writes are accepted meanwhile; their events wait in the outboxes.
    Thread.ofVirtual().name("topics-at-start").start(this::provision);
  }

  private void provision() {
    try {
      provisioner.provision(topics);
    } catch (RuntimeException failure) {
      LOG.error("topics are missing", failure);
    }
  }
}
