package cn.jianfu.group.judgement;

import cn.jianfu.contracts.supervision.FindingBoundsV1;
import cn.jianfu.contracts.supervision.FindingHandledV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.inbound.InboundEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The latest judgement of a finding; who gave it, and why, is not kept here. Public because the
 * codec reads it.
 *
 * @param sequence of the event, compares as text
 * @param dismissed whether it was held to be no fault (不属实)
 * @param confirmed whether it was held to be one (属实); null in records of before
 * @param bounds of a dismissal, as published; null where none were told
 */
public record JudgementRecord(
    @BsonId String findingId,
    String sequence,
    Instant at,
    boolean dismissed,
    @Nullable Boolean confirmed,
    @Nullable String bounds) {

  private static final String DISMISSED = "DISMISSED";
  private static final String CONFIRMED = "CONFIRMED";

  static JudgementRecord of(InboundEvent event, FindingHandledV1 said) {
    return new JudgementRecord(
        said.findingId(),
        event.sequence(),
        said.at(),
        DISMISSED.equals(said.handling()),
        CONFIRMED.equals(said.handling()),
        said.standsWithin() == null ? null : EventJson.write(said.standsWithin()));
  }

  /** Until when it stands; null as long as nothing else is said. */
  @Nullable FindingBoundsV1 within() {
    return bounds == null
        ? null
        : EventJson.read(bounds.getBytes(StandardCharsets.UTF_8), FindingBoundsV1.class);
  }
}
