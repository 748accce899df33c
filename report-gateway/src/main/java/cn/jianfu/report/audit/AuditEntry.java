package cn.jianfu.report.audit;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.group.WorkGroupEvent;
import cn.jianfu.contracts.supervision.ExemptionPublishedV1;
import cn.jianfu.contracts.supervision.FindingContestedV1;
import cn.jianfu.contracts.supervision.FindingHandledV1;
import cn.jianfu.contracts.supervision.OrgUnitPublishedV1;
import cn.jianfu.contracts.supervision.RoundPublishedV1;
import cn.jianfu.contracts.supervision.RuleSetPublishedV1;
import cn.jianfu.contracts.supervision.WorkCalendarPublishedV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.inbound.InboundEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, as the event said it.
 *
 * @param offset of the event in its partition
 * @param time as the event says, RFC 3339
 * @param body the event's JSON
 */
record AuditEntry(
    String partition,
    long offset,
    String eventId,
    String type,
    String subject,
    String time,
    String actor,
    String body) {

  /** The hash before the first entry of a partition. */
  static final String FIRST = "0".repeat(64);

  /** The entry of an event; empty when it names nobody. */
  static Optional<AuditEntry> of(InboundEvent event) {
    return Optional.ofNullable(actorOf(event.payload()))
        .map(actor ->
            new AuditEntry(
                event.topic() + "/" + event.partition(),
                event.offset(),
                event.id(),
                event.type(),
                event.subject(),
                event.time().toString(),
                EventJson.write(actor),
                EventJson.write(event.payload())));
  }

  private static @Nullable ActorV1 actorOf(Object payload) {
    return switch (payload) {
      case WorkGroupEvent it -> it.actor();
      case FindingHandledV1 it -> it.actor();
      case FindingContestedV1 it -> it.actor();
      case OrgUnitPublishedV1 it -> it.actor();
      case WorkCalendarPublishedV1 it -> it.actor();
      case RuleSetPublishedV1 it -> it.actor();
      case ExemptionPublishedV1 it -> it.actor();
      case RoundPublishedV1 it -> it.actor();
      default -> null;
    };
  }

  /** The hash of this entry after the one with that hash. */
  String hashAfter(String previous) {
    List<String> parts =
        List.of(
            previous, partition, String.valueOf(offset), eventId, type, subject, time, actor, body);
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // With its length before it, so that moving a border changes the hash.
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
