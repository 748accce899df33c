package cn.jianfu.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KilledBrokerTest {

  @TempDir Path folder;

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final CountDownLatch underLoad = new CountDownLatch(5_000);

  @Test
  void killedUnderLoadLosesNoAcknowledgedRecordAndIsBack() throws Exception {
    int port = BrokerPorts.find("127.0.0.1", 0).clients();
    try (BrokerProcess broker = BrokerProcess.start(folder, port)) {
      Clients.createTopic(broker.bootstrapServers());
      AtomicBoolean go = new AtomicBoolean(true);
      Thread load = Thread.ofPlatform().start(() -> sendWhile(go, broker.bootstrapServers()));
      assertThat(underLoad.await(30, TimeUnit.SECONDS)).isTrue();
      broker.kill();
      go.set(false);
      load.join();
    }
    try (BrokerProcess again = BrokerProcess.start(folder, port)) {
      Set<String> kept = Clients.readUntilThere(again.bootstrapServers(), "check", acknowledged);
      assertThat(kept).containsAll(acknowledged);
    }
  }

  @Test
  void aSecondProcessOnTheSameFolderIsRefusedInWords() throws Exception {
    try (InProcessBroker _ = InProcessBroker.start(BrokerSettings.in(folder));
        BrokerProcess second = BrokerProcess.start(folder, 0)) {
      assertThat(second.firstLine()).contains("another broker uses the folder");
      assertThat(second.exitCode()).isEqualTo(1);
    }
  }

  private void sendWhile(AtomicBoolean go, String bootstrap) {
    try (KafkaProducer<String, String> producer = Clients.producer(bootstrap)) {
      for (int number = 0; go.get(); number++) {
        String value = "record-" + number;
        var _ =
            producer.send(
                new ProducerRecord<>(Clients.TOPIC, value, value),
                (_, problem) -> {
                  if (problem == null) {
                    acknowledged.add(value);
                    underLoad.countDown();
                  }
                });
      }
      producer.close(Duration.ofSeconds(1));
    }
  }
}
