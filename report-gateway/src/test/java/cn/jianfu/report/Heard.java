package cn.jianfu.report;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.messaging.EventSequence;
import cn.jianfu.messaging.inbound.InboundEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** Events as they are heard. */
public final class Heard {

  private static final Instant AT = Instant.parse("2026-11-23T04:00:00Z");

  /** The clock that stamps of the store are compared with. */
  public static final InstantSource MACHINE = InstantSource.system();

  /** The district's day of a moment. */
  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneId.of("Asia/Shanghai"));
  }

  private Heard() {}

  public static InboundEvent event(String subject, long sequence, Object payload) {
    return event(subject, sequence, payload, 0);
  }

  public static InboundEvent event(String subject, long sequence, Object payload, long offset) {
    return event(subject, EventSequence.of(1, sequence), payload, offset);
  }

  /** One of the store that was put back after that of the others was lost. */
  public static InboundEvent sincePutBack(String subject, long sequence, Object payload) {
    return event(subject, EventSequence.of(2, sequence), payload, 0);
  }

  private static InboundEvent event(String subject, String sequence, Object payload, long offset) {
    var type = EventCatalogue.of(payload);
    return new InboundEvent(
        subject + "#" + sequence,
        type.name(),
        "/group-service",
        subject,
        AT,
        sequence,
        payload,
        type.topic(),
        0,
        offset,
        null);
  }
}
