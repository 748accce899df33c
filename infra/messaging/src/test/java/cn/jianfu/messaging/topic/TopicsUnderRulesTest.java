package cn.jianfu.messaging.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianfu.messaging.access.RuledBroker;
import cn.jianfu.messaging.access.TopicRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsUnderRulesTest {

  private static final String TOPIC = "group.events";
  private static final TopicRules RULES = TopicRules.of("topic-rules-under-test.txt");

  @TempDir private Path folder;

  @Test
  void aReaderMakesTheOwnersTopicWhenItIsFirstAndLeavesItToTheOwnerAfterwards() throws Exception {
    try (RuledBroker broker = RuledBroker.start(folder)) {
      broker.apply(RULES);
      var dead = DeadLetters.topics(TOPIC, "report");
      provisioner(broker, "report", 20).provision(dead, List.of(TopicSpec.kept(TOPIC, 2)));
      assertThat(partitions(broker)).isEqualTo(2);

      provisioner(broker, "group", 20).provision(List.of(TopicSpec.kept(TOPIC, 3)));
      provisioner(broker, "report", 20).provision(dead, List.of(TopicSpec.kept(TOPIC, 6)));
      assertThat(partitions(broker)).isEqualTo(3);

      assertThatThrownBy(
              () -> provisioner(broker, "report", 1).provision(List.of(TopicSpec.kept(TOPIC, 6))))
          .hasMessageContaining("rules forbid it")
          .hasCauseInstanceOf(AuthorizationException.class);
    }
  }

  @Test
  void rulesThatComeLaterAreWaitedFor() throws Exception {
    try (RuledBroker broker = RuledBroker.start(folder)) {
      CompletableFuture<Void> provisioned =
          CompletableFuture.runAsync(
              () -> provisioner(broker, "group", 60).provision(List.of(TopicSpec.kept(TOPIC, 1))));
      assertThatThrownBy(
              () -> provisioner(broker, "group", 0).provision(List.of(TopicSpec.kept(TOPIC, 1))))
          .hasCauseInstanceOf(AuthorizationException.class);
      assertThat(provisioned).isNotDone();

      broker.apply(RULES);

      provisioned.join();
      assertThat(partitions(broker)).isEqualTo(1);
    }
  }

  private static TopicProvisioner provisioner(RuledBroker broker, String login, int seconds) {
    return new TopicProvisioner(broker.servers(), Duration.ofSeconds(seconds), broker.as(login));
  }

  private static int partitions(RuledBroker broker) throws Exception {
    try (Admin admin = Admin.create(broker.as("admin"))) {
      Map<String, TopicDescription> topics =
          admin.describeTopics(List.of(TOPIC)).allTopicNames().get();
      return topics.values().iterator().next().partitions().size();
    }
  }
}
