package cn.jianfu.messaging.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.EventSequence;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents 1.0 in binary mode: attributes as headers, the body as it is. */
final class CloudEventRecords {

  private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
  private static final Header JSON = header("content-type", "application/json");

  private final EventNames names;
  private final Header source;

  CloudEventRecords(EventNames names, String source) {
    this.names = names;
    this.source = header("ce_source", source);
  }

  ProducerRecord<String, byte[]> of(String subject, OutboxEntry entry, long epoch) {
    Headers headers =
        new RecordHeaders()
            .add(SPEC_VERSION)
            .add(header("ce_id", entry.id()))
            .add(header("ce_type", entry.type()))
            .add(source)
            .add(header("ce_subject", subject))
            .add(header("ce_time", entry.at().toString()))
            .add(header("ce_sequence", EventSequence.of(epoch, entry.seq())))
            .add(JSON);
    if (entry.trace() != null) {
      headers.add(header("traceparent", entry.trace()));
    }
    return new ProducerRecord<>(
        names.topicOf(entry.type()), null, subject, entry.data().getBytes(UTF_8), headers);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
