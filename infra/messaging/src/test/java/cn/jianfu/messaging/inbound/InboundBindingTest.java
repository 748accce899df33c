package cn.jianfu.messaging.inbound;

import static cn.jianfu.messaging.TestRecords.event;
import static cn.jianfu.messaging.TestRecords.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.messaging.TestBroker;
import cn.jianfu.messaging.TestEvents;
import cn.jianfu.messaging.TestRecords;
import cn.jianfu.messaging.topic.DeadLetter;
import cn.jianfu.messaging.topic.DeadLetters;
import cn.jianfu.messaging.topic.TopicProvisioner;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

@NullUnmarked
class InboundBindingTest {

  private final String topic = TestBroker.topic(1);
  private final String dead = InboundBindings.deadLetterTopic(topic, "view");

  @Test
  void aPoisonousRecordGoesToTheDeadLettersAndTheOthersAreApplied() {
    provisionDeadLetters();
    TestRecords.send(
        List.of(
            total(topic, "a", 1, 1),
            event(topic, "x", 1, "test.total-reached.v1", "{ no json"),
            event(topic, "y", 1, "test.of-the-future.v1", "{}"),
            total(topic, "b", 1, 2)));
    try (ConfigurableApplicationContext service = service()) {
      Heard heard = service.getBean(Heard.class);
      await().atMost(Duration.ofSeconds(60)).until(() -> heard.subjects().contains("b"));
      assertThat(heard.subjects()).containsExactly("a", "b");
      List<DeadLetter> letters = awaitDeadLetters(1);
      assertThat(letters.getFirst().subject()).isEqualTo("x");
      assertThat(letters.getFirst().reason()).contains("is not test.total-reached.v1");
    }
  }

  @Test
  void whatKeepsFailingIsDeadLetteredAloneAndComesBackWhenRedriven() {
    provisionDeadLetters();
    try (ConfigurableApplicationContext service = service()) {
      Heard heard = service.getBean(Heard.class);
      heard.failing.add("bad");
      TestRecords.send(
          List.of(
              total(topic, "a", 1, 1),
              total(topic, "b", 1, 1),
              total(topic, "bad", 1, 1),
              total(topic, "c", 1, 1)));
      await().atMost(Duration.ofSeconds(60)).until(() -> heard.subjects().contains("c"));
      assertThat(Set.copyOf(heard.subjects())).containsExactlyInAnyOrder("a", "b", "c");
      assertThat(awaitDeadLetters(1).getFirst().originalTopic()).isEqualTo(topic);

      heard.failing.clear();
      DeadLetters letters = new DeadLetters(TestBroker.servers());
      assertThat(letters.redrive(dead)).isEqualTo(1);
      await().atMost(Duration.ofSeconds(90)).until(() -> heard.subjects().contains("bad"));
      assertThat(letters.list(dead, 10)).isEmpty();
      assertThat(letters.redrive(dead)).isZero();
    }
    assertThat(TestBroker.await(topic, 4)).as("the owner's topic is left alone").hasSize(4);
  }

  @Test
  void whatFailsAgainIsADeadLetterOfTheTopicThatItWasHeardFromFirst() {
    provisionDeadLetters();
    DeadLetters letters = new DeadLetters(TestBroker.servers());
    try (ConfigurableApplicationContext service = service()) {
      Heard heard = service.getBean(Heard.class);
      heard.failing.add("bad");
      TestRecords.send(List.of(total(topic, "bad", 1, 1)));
      awaitDeadLetters(1);
      assertThat(letters.redrive(dead)).isEqualTo(1);

      DeadLetter again = awaitDeadLetters(1).getFirst();
      assertThat(again.offset()).isEqualTo(1);
      assertThat(again.originalTopic()).isEqualTo(topic);

      heard.failing.clear();
      assertThat(letters.redrive(dead)).isEqualTo(1);
      await().atMost(Duration.ofSeconds(90)).until(() -> heard.subjects().contains("bad"));
    }
  }

  private List<DeadLetter> awaitDeadLetters(int count) {
    DeadLetters letters = new DeadLetters(TestBroker.servers());
    await().atMost(Duration.ofSeconds(90)).until(() -> letters.list(dead, 10).size() == count);
    return letters.list(dead, 10);
  }

  private void provisionDeadLetters() {
    new TopicProvisioner(TestBroker.servers(), Duration.ofSeconds(20))
        .provision(DeadLetters.topics(topic, "view"));
  }

  private ConfigurableApplicationContext service() {
    return new SpringApplicationBuilder(Service.class)
        .web(WebApplicationType.NONE)
        .properties(
            Map.of(
                "spring.cloud.function.definition", "heard",
                "spring.cloud.stream.bindings.heard-in-0.destination",
                    topic + "," + InboundBindings.againTopic(dead),
                "spring.cloud.stream.bindings.heard-in-0.consumer.multiplex", "true",
                "spring.cloud.stream.bindings.heard-in-0.group", "view",
                "spring.cloud.stream.bindings.heard-in-0.consumer.batch-mode", "true",
                "spring.cloud.stream.bindings.heard-in-0.consumer.use-native-decoding", "true",
                "spring.cloud.stream.kafka.binder.brokers", TestBroker.servers(),
                "spring.cloud.stream.kafka.binder.auto-create-topics", "false",
                "spring.cloud.stream.kafka.bindings.heard-in-0.consumer.converter-bean-name",
                    "batchRecords",
                "spring.main.banner-mode", "off"))
        .run();
  }

  /** What a service has heard, and whom it cannot apply. */
  static final class Heard {

    private final List<InboundEvent> events = new CopyOnWriteArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    Mono<Void> apply(List<InboundEvent> batch) {
      return Mono.fromRunnable(() -> {
        if (batch.stream().anyMatch(event -> failing.contains(event.subject()))) {
          throw new IllegalStateException("cannot be applied");
        }
        events.addAll(batch);
      });
    }

    List<String> subjects() {
      return events.stream().map(InboundEvent::subject).toList();
    }
  }

  /** A service with one binding. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Service {

    @Bean
    Heard heardEvents() {
      return new Heard();
    }

    @Bean
    Consumer<Message<List<byte[]>>> heard(Heard events) {
      InboundDecoder decoder = new InboundDecoder(new TestEvents(), new SimpleMeterRegistry());
      return new InboundHandler(decoder, Duration.ofSeconds(5)).batch(events::apply);
    }

    @Bean
    BatchMessagingMessageConverter batchRecords() {
      return InboundBindings.batchConverter();
    }

    @Bean
    ListenerContainerWithDlqAndRetryCustomizer containers() {
      KafkaTemplate<byte[], byte[]> deadLetters =
          new KafkaTemplate<>(
              new DefaultKafkaProducerFactory<>(
                  Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestBroker.servers()),
                  new ByteArraySerializer(),
                  new ByteArraySerializer()));
      return InboundBindings.containers(deadLetters, Duration.ofSeconds(1));
    }
  }
}
