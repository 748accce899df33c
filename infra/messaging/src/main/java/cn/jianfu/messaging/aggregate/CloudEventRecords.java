package cn.jianfu.messaging.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.jianfu.messaging.EventHeaders;
import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.EventSequence;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents 1.0 in binary mode: attributes as headers, the body as it is. */
final class CloudEventRecords {

  private static final Header SPEC_VERSION = header(EventHeaders.SPEC_VERSION, "1.0");
  private static final Header JSON = header(EventHeaders.CONTENT_TYPE, "application/json");

  private final EventNames names;
  private final Header source;

  CloudEventRecords(EventNames names, String source) {
    this.names = names;
    this.source = header(EventHeaders.SOURCE, source);
  }

  ProducerRecord<String, byte[]> of(String subject, OutboxEntry entry, long epoch) {
    Headers headers =
        new RecordHeaders()
            .add(SPEC_VERSION)
            .add(header(EventHeaders.ID, entry.id()))
            .add(header(EventHeaders.TYPE, entry.type()))
            .add(source)
            .add(header(EventHeaders.SUBJECT, subject))
            .add(header(EventHeaders.TIME, entry.at().toString()))
            .add(header(EventHeaders.SEQUENCE, EventSequence.of(epoch, entry.seq())))
            .add(JSON);
    if (entry.trace() != null) {
      headers.add(header(EventHeaders.TRACEPARENT, entry.trace()));
    }
    return new ProducerRecord<>(
        names.topicOf(entry.type()), null, subject, entry.data().getBytes(UTF_8), headers);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
