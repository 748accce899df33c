package cn.jianfu.report.ingest;

import cn.jianfu.contracts.Topics;
import cn.jianfu.messaging.inbound.InboundBindings;
import java.util.List;
import java.util.stream.Stream;

/** The groups that read a topic: what one of them could not apply is its own dead letter. */
final class Readers {

  static final String VIEW = "report";
  static final String AUDIT = "report-audit";
  static final String HISTORY = "group-history";

  /** As a request names them. */
  static final String PATTERN = VIEW + "|" + AUDIT + "|" + HISTORY;

  private Readers() {}

  /** The topics with the dead letters of every reader of it. */
  static List<String> deadLetterTopics(String topic) {
    Stream<String> readers =
        topic.equals(Topics.GROUP_EVENTS)
            ? Stream.of(VIEW, AUDIT, HISTORY)
            : Stream.of(VIEW, AUDIT);
    return readers.map(reader -> InboundBindings.deadLetterTopic(topic, reader)).toList();
  }
}
