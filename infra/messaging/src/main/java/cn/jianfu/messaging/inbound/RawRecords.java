package cn.jianfu.messaging.inbound;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** The Kafka records that a binding's message carries along; see {@link InboundBindings}. */
final class RawRecords {

  private RawRecords() {}

  static ConsumerRecord<?, byte[]> one(Message<?> message) {
    return record(header(message));
  }

  static List<ConsumerRecord<?, byte[]>> all(Message<?> message) {
    Object header = header(message);
    if (header instanceof List<?> records) {
      return records.stream().<ConsumerRecord<?, byte[]>>map(RawRecords::record).toList();
    }
    throw notSetUp();
  }

  private static Object header(Message<?> message) {
    Object header = message.getHeaders().get(KafkaHeaders.RAW_DATA);
    if (header == null) {
      throw notSetUp();
    }
    return header;
  }

  /** The consumer's deserialisers are those of byte arrays, so the value can be nothing else. */
  @SuppressWarnings("unchecked")
  private static ConsumerRecord<?, byte[]> record(Object header) {
    if (header instanceof ConsumerRecord<?, ?> record
        && (record.value() == null || record.value() instanceof byte[])) {
      return (ConsumerRecord<?, byte[]>) record;
    }
    throw notSetUp();
  }

  private static IllegalStateException notSetUp() {
    return new IllegalStateException(
        "the binding carries no records: set its converter-bean-name to one of InboundBindings");
  }
}
