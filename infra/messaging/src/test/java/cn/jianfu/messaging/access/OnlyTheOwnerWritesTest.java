package cn.jianfu.messaging.access;

import static cn.jianfu.messaging.inbound.InboundBindings.againTopic;
import static cn.jianfu.messaging.inbound.InboundBindings.deadLetterTopic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianfu.messaging.topic.DeadLetters;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlyTheOwnerWritesTest {

  private static final String OWN = "group.events";
  private static final String OTHERS = "supervision.events";
  private static final String DEAD = deadLetterTopic(OWN, "group-history");
  private static final TopicRules RULES =
      TopicRules.of(
          List.of(
              "group   owns      group.events   # its own",
              "group   hears     group.events as group-history",
              "group   reads     supervision.events",
              "",
              "report  owns      supervision.events",
              "report  hears     group.events as report",
              "report  redrives  group.events as group-history"));

  @TempDir private static Path folder;
  private static RuledBroker broker;

  @BeforeAll
  static void aBrokerWithRulesAndTopics() throws Exception {
    broker = RuledBroker.start(folder);
    try (Admin admin = Admin.create(broker.as("admin"))) {
      admin
          .createTopics(
              List.of(OWN, OTHERS, DEAD, againTopic(DEAD)).stream()
                  .map(name -> new NewTopic(name, 1, (short) 1))
                  .toList())
          .all()
          .get();
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void theRulesAreAtTheBroker() {
    broker.apply(RULES);
  }

  @Test
  void aServiceWritesItsOwnTopicAndNoOther() {
    assertThatCode(() -> send("group", OWN)).doesNotThrowAnyException();
    assertThatCode(() -> send("report", OTHERS)).doesNotThrowAnyException();
    assertRefused(() -> send("group", OTHERS));
    assertRefused(() -> send("report", OWN));
  }

  @Test
  void aServiceChangesItsOwnTopicAndNoOther() {
    assertThatCode(() -> set("group", OWN)).doesNotThrowAnyException();
    assertRefused(() -> set("group", OTHERS));
    assertRefused(() -> widen("report", OWN));
    assertRefused(() -> widen("group", OTHERS));
  }

  @Test
  void nobodyDeletesATopicOrItsRecordsNotEvenTheOwner() {
    for (String login : List.of("group", "report")) {
      assertRefused(() -> admin(login, it -> it.deleteTopics(List.of(OWN)).all()));
      var all = Map.of(new TopicPartition(OWN, 0), RecordsToDelete.beforeOffset(-1));
      assertRefused(() -> admin(login, it -> it.deleteRecords(all).all()));
    }
  }

  @Test
  void aServiceMakesNoTopicThatNoRuleNames() {
    assertRefused(() -> make("group", "group.other"));
    assertRefused(() -> make("report", "group.other"));
  }

  @Test
  void aServiceChangesNoRules() {
    for (String login : List.of("group", "report")) {
      try (Admin admin = Admin.create(broker.as(login))) {
        assertThatThrownBy(() -> new RulesAtBroker(admin).apply(RULES))
            .isInstanceOf(AuthorizationException.class);
      }
    }
  }

  @Test
  void aServiceReadsAsItsOwnGroupsOnly() throws Exception {
    send("group", OWN);
    assertThat(read("report", OWN, "report")).isPositive();
    assertThat(read("group", OWN, "group-history")).isPositive();
    assertThatThrownBy(() -> read("group", OWN, "report"))
        .isInstanceOf(GroupAuthorizationException.class);
    assertThatThrownBy(() -> read("report", OWN, "group-history"))
        .isInstanceOf(GroupAuthorizationException.class);
  }

  @Test
  void whoRedrivesSeesThatGroupAndWritesToItsReturningTopicOnly() throws Exception {
    String redrive = DeadLetters.redriveGroup(DEAD);
    assertThatCode(() -> send("report", againTopic(DEAD))).doesNotThrowAnyException();
    assertRefused(() -> send("report", DEAD));
    assertThatCode(() ->
            admin(
                "report",
                it -> it.listConsumerGroupOffsets("group-history").partitionsToOffsetAndMetadata()))
        .doesNotThrowAnyException();
    assertThat(read("report", DEAD, redrive)).isZero();
  }

  @Test
  void theSameRulesAgainChangeNothingAndAWithdrawnOneIsGone() {
    assertThat(broker.apply(RULES)).isEqualTo(new RulesAtBroker.Changed(0, 0));
    TopicRules fewer =
        TopicRules.of(List.of("group reads supervision.events", "report owns supervision.events"));

    RulesAtBroker.Changed changed = broker.apply(fewer);

    assertThat(changed.added()).isZero();
    assertThat(changed.withdrawn()).isEqualTo(RULES.bindings().size() - fewer.bindings().size());
    assertRefused(() -> send("group", OWN));
    assertThatCode(() -> send("report", OTHERS)).doesNotThrowAnyException();
  }

  @Test
  void theProgramSaysWhatItDidAndFailsWithoutTheRightLogin() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    assertThat(ApplyTopicRules.apply(RULES, broker.as("admin"), Duration.ZERO, out)).isTrue();
    assertThat(ApplyTopicRules.apply(RULES, broker.as("report"), Duration.ZERO, out)).isFalse();

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains(RULES.bindings().size() + " rules for", "added 0, withdrawn 0")
        .contains("could not be applied");
  }

  private static void assertRefused(ThrowingCallable act) {
    assertThatThrownBy(act).hasRootCauseInstanceOf(AuthorizationException.class);
  }

  private static void send(String login, String topic) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(broker.as(login), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "key", "value")).get();
    }
  }

  private static int read(String login, String topic, String group) {
    Map<String, Object> properties = broker.as(login);
    properties.put("group.id", group);
    properties.put("auto.offset.reset", "earliest");
    TopicPartition only = new TopicPartition(topic, 0);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
      int read = consumer.poll(Duration.ofSeconds(5)).count();
      consumer.commitSync(Map.of(only, new OffsetAndMetadata(read)));
      return read;
    }
  }

  private static void set(String login, String topic) throws Exception {
    var setting =
        new AlterConfigOp(new ConfigEntry("retention.ms", "-1"), AlterConfigOp.OpType.SET);
    admin(
        login,
        it ->
            it.incrementalAlterConfigs(
                    Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(setting)))
                .all());
  }

  private static void widen(String login, String topic) throws Exception {
    admin(login, it -> it.createPartitions(Map.of(topic, NewPartitions.increaseTo(2))).all());
  }

  private static void make(String login, String topic) throws Exception {
    admin(login, it -> it.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all());
  }

  /** What an admin client is asked for. */
  private interface Asked {
    KafkaFuture<?> of(Admin admin);
  }

  private static void admin(String login, Asked asked) throws Exception {
    try (Admin admin = Admin.create(broker.as(login))) {
      asked.of(admin).get();
    }
  }
}
