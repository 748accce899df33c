package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.topic.KafkaAccess;
import cn.jianfu.messaging.topic.TopicSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends through one idempotent producer; a round is flushed at once and waited for as a whole. */
final class KafkaSender implements EventSender {

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
  public Delivery send(List<Grant> grants, long epoch) {
    Acknowledgements acknowledgements = new Acknowledgements(grants);
    for (int i = 0; i < grants.size(); i++) {
      send(grants.get(i), i, epoch, acknowledgements);
    }
    crash.afterSend();
    producer.flush();
    return acknowledgements.delivery();
  }

  /** Stops at the first failure: what comes after it must not be published before it. */
  private void send(Grant grant, int number, long epoch, Acknowledgements acknowledgements) {
    for (int i = 0; i < grant.entries().size() && acknowledgements.mayGoOn(number); i++) {
      int position = i;
      // The callback hears what the future would tell.
      var _ =
          producer.send(
              records.of(grant.id(), grant.entries().get(i), epoch),
              (_, failure) -> acknowledgements.answered(number, position, failure));
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
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicSpec.LARGEST_RECORD);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, delivery / 2);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, delivery / 4);
    properties.putAll(settings.producer());
    return KafkaAccess.and(properties);
  }
}
