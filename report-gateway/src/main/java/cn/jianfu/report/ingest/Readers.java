package cn.jianfu.report.ingest;

import cn.jianfu.contracts.Topics;
import cn.jianfu.messaging.inbound.InboundBindings;
import java.util.List;

/** The groups that read a topic: what one of them could not apply is its own dead letter. */
final class Readers {

  static final String VIEW = "report";
  static final String AUDIT = "report-audit";
  static final String HISTORY = "group-history";
  static final String JUDGEMENTS = "group-judgements";

  /** As a request names them. */
  static final String PATTERN = VIEW + "|" + AUDIT + "|" + HISTORY + "|" + JUDGEMENTS;

  private Readers() {}

  /**
   * The groups that read a topic; counters of activity are no acts, so that no audit reads them.
   */
  static List<String> of(String topic) {
    return switch (topic) {
      case Topics.GROUP_EVENTS -> List.of(VIEW, AUDIT, HISTORY);
      case Topics.GROUP_ACTIVITY -> List.of(VIEW);
      case Topics.SUPERVISION_EVENTS -> List.of(VIEW, AUDIT, JUDGEMENTS);
      default -> List.of(VIEW, AUDIT);
    };
  }

  /** The topics with what comes back to the readers of it. */
  static List<String> againTopics(String topic) {
    return deadLetterTopics(topic).stream().map(InboundBindings::againTopic).toList();
  }

  /** The topics with the dead letters of every reader of it. */
  static List<String> deadLetterTopics(String topic) {
    return of(topic).stream()
        .map(reader -> InboundBindings.deadLetterTopic(topic, reader))
        .toList();
  }
}
