package cn.jianfu.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianfu.messaging.EventHeaders;
import cn.jianfu.messaging.TestEvents;
import cn.jianfu.messaging.TestRecords;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;
import reactor.core.publisher.Mono;

@NullUnmarked
class InboundDecoderTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final InboundDecoder decoder = new InboundDecoder(new TestEvents(), meters);

  private static ConsumerRecord<String, byte[]> heard(ProducerRecord<String, byte[]> sent) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(sent.topic(), 3, 42, sent.key(), sent.value());
    sent.headers().forEach(record.headers()::add);
    return record;
  }

  private double counted(String outcome) {
    return meters.get("jianfu.inbound.events").tag("outcome", outcome).counter().count();
  }

  @Test
  void anEventIsReadWithItsEnvelope() {
    assertThat(decoder.decode(heard(TestRecords.total("t", "a", 5, 8))))
        .isEqualTo(
            new InboundEvent(
                "a/5",
                "test.total-reached.v1",
                "/test",
                "a",
                Instant.parse("2026-03-01T12:00:00Z"),
                "0000000007-000000000005",
                TestRecords.reached("a", 8),
                "t",
                3,
                42,
                null));
  }

  @Test
  void fieldsThatAreNotKnownYetAreSkipped() {
    InboundEvent event =
        decoder.decode(
            heard(
                TestRecords.event(
                    "t", "a", 1, "test.total-reached.v1", "{\"account\":\"a\",\"new\":[1]}")));
    assertThat(event.payload()).isEqualTo(TestRecords.reached("a", 0));
  }

  @Test
  void anUnknownTypeIsSkippedAndCounted() {
    assertThat(decoder.decode(heard(TestRecords.event("t", "a", 1, "test.later.v1", "{}"))))
        .isNull();
    assertThat(counted("skipped")).isEqualTo(1);
  }

  @Test
  void anErasedBodyIsSkipped() {
    assertThat(decoder.decode(new ConsumerRecord<>("t", 0, 0, "a", null))).isNull();
  }

  @Test
  void aRecordWithoutEnvelopeIsPoison() {
    assertThatThrownBy(() -> decoder.decode(new ConsumerRecord<>("t", 0, 7, "a", new byte[] {'x'})))
        .isInstanceOf(UndecodableEventException.class)
        .hasMessage("t/0/7 has no ce_type");
    assertThat(counted("undecodable")).isEqualTo(1);
  }

  @Test
  void aTimeThatIsNoneIsPoison() {
    ConsumerRecord<String, byte[]> record = heard(TestRecords.total("t", "a", 1, 1));
    record.headers().add(EventHeaders.TIME, "noon".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> decoder.decode(record)).isInstanceOf(UndecodableEventException.class);
  }

  @Test
  void theEventsBeforeAPoisonousRecordAreAppliedAndItIsNamed() {
    List<String> applied = new ArrayList<>();
    InboundHandler handler = new InboundHandler(decoder, Duration.ofSeconds(1));
    assertThatThrownBy(() ->
            handler.handle(
                List.of(
                    heard(TestRecords.event("t", "u", 1, "test.later.v1", "{}")),
                    heard(TestRecords.total("t", "a", 1, 1)),
                    heard(TestRecords.event("t", "x", 1, "test.total-reached.v1", "[")),
                    heard(TestRecords.total("t", "b", 1, 1))),
                events ->
                    Mono.fromRunnable(() -> events.forEach(event -> applied.add(event.subject())))))
        .isInstanceOfSatisfying(
            BatchListenerFailedException.class,
            failure -> assertThat(failure.getIndex()).isEqualTo(2));
    assertThat(applied).containsExactly("a");
  }

  @Test
  void ofABatchThatFailsTheOneThatFailsIsNamed() {
    InboundHandler handler = new InboundHandler(decoder, Duration.ofSeconds(1));
    List<String> applied = new ArrayList<>();
    assertThatThrownBy(() ->
            handler.handle(
                List.of(
                    heard(TestRecords.event("t", "u", 1, "test.later.v1", "{}")),
                    heard(TestRecords.total("t", "a", 1, 1)),
                    heard(TestRecords.total("t", "bad", 1, 1)),
                    heard(TestRecords.total("t", "b", 1, 1))),
                events -> apply(events, applied)))
        .isInstanceOfSatisfying(
            BatchListenerFailedException.class,
            failure -> assertThat(failure.getIndex()).isEqualTo(2));
    assertThat(applied).containsExactly("a");
  }

  private static Mono<Void> apply(List<InboundEvent> events, List<String> applied) {
    List<String> subjects = events.stream().map(InboundEvent::subject).toList();
    return subjects.contains("bad")
        ? Mono.error(new IllegalStateException("bad"))
        : Mono.fromRunnable(() -> applied.addAll(subjects));
  }

  @Test
  void aHandlerThatTakesTooLongFails() {
    InboundHandler handler = new InboundHandler(decoder, Duration.ofMillis(50));
    assertThatThrownBy(() ->
            handler.handle(List.of(heard(TestRecords.total("t", "a", 1, 1))), _ -> Mono.never()))
        .isInstanceOf(BatchListenerFailedException.class);
  }
}
