package cn.jianfu.messaging.aggregate;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends through one idempotent producer; a round is flushed at once and waited for as a whole. */
final class KafkaSender implements EventSender {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaSender.class);

  private final Producer<String, byte[]> producer;
  private final CloudEventRecords records;
  private final CrashPoints crash;

  KafkaSender(
      RelaySettings settings, String clientId, CloudEventRecords records, CrashPoints crash) {
    this.producer =
        new KafkaProducer<>(
            properties(settings, clientId), new StringSerializer(), new ByteArraySerializer());
    this.records = records;
    this.crash = crash;
  }

  @Override
  public int[] send(List<Grant> grants, long epoch) {
    List<Acknowledged> acknowledged =
        grants.stream().map(grant -> new Acknowledged(grant.entries().size())).toList();
    // A full buffer or unknown topic blocks each send anew; once is enough for a round.
    boolean going = true;
    for (int i = 0; i < grants.size() && going; i++) {
      going = accepted(grants.get(i), epoch, acknowledged.get(i));
    }
    crash.afterSend();
    producer.flush();
    return acknowledged.stream().mapToInt(Acknowledged::fromTheFirst).toArray();
  }

  private boolean accepted(Grant grant, long epoch, Acknowledged acknowledged) {
    for (int i = 0; i < grant.entries().size(); i++) {
      int position = i;
      Future<RecordMetadata> future =
          producer.send(
              records.of(grant.id(), grant.entries().get(i), epoch),
              (_, failure) -> answered(grant.id(), acknowledged, position, failure));
      if (future.isDone() && future.state() == Future.State.FAILED) {
        return false;
      }
    }
    return true;
  }

  private static void answered(
      String subject, Acknowledged acknowledged, int position, @Nullable Exception failure) {
    if (failure == null) {
      acknowledged.answered(position);
    } else {
      LOG.debug("an event of {} was not acknowledged", subject, failure);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }

  private static Map<String, Object> properties(RelaySettings settings, String clientId) {
    int delivery = (int) settings.deliveryTimeout().toMillis();
    Map<String, Object> properties = new HashMap<>();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, delivery / 2);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, delivery / 4);
    properties.putAll(settings.producer());
    return properties;
  }
}
