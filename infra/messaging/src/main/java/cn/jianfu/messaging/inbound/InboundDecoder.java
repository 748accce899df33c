package cn.jianfu.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.jianfu.messaging.EventHeaders;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.EventNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads events from Kafka records; types that are not known are skipped and counted. */
public final class InboundDecoder {

  private final EventNames names;
  private final Counter skipped;
  private final Counter undecodable;

  public InboundDecoder(EventNames names, MeterRegistry meters) {
    this.names = names;
    this.skipped = counter(meters, "skipped");
    this.undecodable = counter(meters, "undecodable");
  }

  private static Counter counter(MeterRegistry meters, String outcome) {
    return Counter.builder("jianfu.inbound.events")
        .description("events that were heard and not understood")
        .tag("outcome", outcome)
        .register(meters);
  }

  /**
   * The event, or null when its type is not known here or its body was erased.
   *
   * @throws UndecodableEventException when it is no event, or not one of that type
   */
  public @Nullable InboundEvent decode(ConsumerRecord<?, byte[]> record) {
    try {
      return read(record);
    } catch (UndecodableEventException poison) {
      undecodable.increment();
      throw poison;
    }
  }

  private @Nullable InboundEvent read(ConsumerRecord<?, byte[]> record) {
    if (record.value() == null) {
      skipped.increment();
      return null;
    }
    String type = header(record, EventHeaders.TYPE);
    Class<?> payload = names.payloadOf(type);
    if (payload == null) {
      skipped.increment();
      return null;
    }
    return new InboundEvent(
        header(record, EventHeaders.ID),
        type,
        header(record, EventHeaders.SOURCE),
        header(record, EventHeaders.SUBJECT),
        time(record),
        header(record, EventHeaders.SEQUENCE),
        body(record, type, payload),
        record.topic(),
        record.partition(),
        record.offset(),
        trace(record));
  }

  private static @Nullable String trace(ConsumerRecord<?, byte[]> record) {
    Header header = record.headers().lastHeader(EventHeaders.TRACEPARENT);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  private static Object body(ConsumerRecord<?, byte[]> record, String type, Class<?> payload) {
    try {
      return EventJson.read(record.value(), payload);
    } catch (JacksonException wrong) {
      throw poison(record, "is not " + type, wrong);
    }
  }

  private static Instant time(ConsumerRecord<?, byte[]> record) {
    String text = header(record, EventHeaders.TIME);
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException wrong) {
      throw poison(record, "has no time: " + text, wrong);
    }
  }

  private static String header(ConsumerRecord<?, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      throw poison(record, "has no " + name, null);
    }
    return new String(header.value(), UTF_8);
  }

  private static UndecodableEventException poison(
      ConsumerRecord<?, byte[]> record, String why, @Nullable Throwable cause) {
    return new UndecodableEventException(
        record.topic() + "/" + record.partition() + "/" + record.offset() + " " + why, cause);
  }
}
