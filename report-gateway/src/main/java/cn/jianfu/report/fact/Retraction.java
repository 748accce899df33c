package cn.jianfu.report.fact;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.contracts.group.EventRetractedV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.inbound.InboundEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;

/**
 * An event is taken back: each part of a fact that it wrote says from then on that nothing is
 * known. The part stays, with the sequence of the retraction, so that it does not matter which of
 * the two is heard first.
 */
final class Retraction {

  /** Of a part: it was taken back. */
  static final String GONE = "gone";

  private static final String TOWN = "town";

  private Retraction() {}

  static boolean isTakenBack(Document part) {
    return Boolean.TRUE.equals(part.getBoolean(GONE));
  }

  /** The changes; none when events of that type are not known here. */
  static List<FactChange> of(
      EventRetractedV1 retracted, InboundEvent event, Function<Instant, LocalDate> dayOf) {
    return FactChanges.of(taken(retracted, event), dayOf).stream().map(Retraction::gone).toList();
  }

  /** The event as it was, but at the sequence of its retraction. */
  static InboundEvent taken(EventRetractedV1 retracted, InboundEvent event) {
    EventType<?> type = EventCatalogue.named(retracted.type());
    Object payload =
        type == null
            ? retracted.type()
            : EventJson.read(retracted.event().getBytes(UTF_8), type.payload());
    return new InboundEvent(
        event.id(),
        retracted.type(),
        event.source(),
        event.subject(),
        retracted.time(),
        event.sequence(),
        payload,
        event.topic(),
        event.partition(),
        event.offset(),
        event.trace());
  }

  // What the part decided of the fact itself is not read without the part, but for the town.
  private static FactChange gone(FactChange told) {
    Map<String, Object> onInsert = new HashMap<>(told.onInsert());
    Object town = told.lifted().get(TOWN);
    if (town != null) {
      onInsert.put(TOWN, town);
    }
    return new FactChange(
        told.kind(),
        told.id(),
        told.part(),
        told.sequence(),
        Map.of(GONE, true),
        Map.of(),
        onInsert);
  }
}
