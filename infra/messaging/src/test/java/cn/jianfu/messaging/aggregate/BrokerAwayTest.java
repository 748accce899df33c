package cn.jianfu.messaging.aggregate;

import static cn.jianfu.messaging.aggregate.PublishedAccounts.sequences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.broker.InProcessBroker;
import cn.jianfu.messaging.TestBroker;
import cn.jianfu.messaging.TestStore;
import cn.jianfu.messaging.topic.TopicProvisioner;
import cn.jianfu.messaging.topic.TopicSpec;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class BrokerAwayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final MongoDatabase database = TestStore.database();

  @Test
  void writesGoOnUntilBoundedAndNothingIsLostWhenTheBrokerIsBack() {
    InProcessBroker broker = TestBroker.own(folder, 0);
    String servers = broker.bootstrapServers();
    int port = Integer.parseInt(servers.substring(servers.indexOf(':') + 1));
    new TopicProvisioner(servers, PATIENCE).provision(List.of(TopicSpec.kept("away", 2)));
    RelaySettings settings =
        RelaySettings.of(servers, "/test")
            .backlog(40)
            .timeouts(Duration.ofSeconds(4), Duration.ofSeconds(6), Duration.ofSeconds(1));
    try (PublishedAccounts accounts =
        new PublishedAccounts(database, "away", settings, InstantSource.system(), CrashPoints.NONE)
            .started()) {
      accounts.add("a", "first", 1);
      TestBroker.await(servers, "away", records -> records.size() >= 2);
      broker.close();

      int accepted = 1;
      Outcome<Account, String> outcome = accounts.add("a", "k" + accepted, 1);
      while (outcome instanceof Outcome.Applied) {
        accepted++;
        outcome = accounts.add("a", "k" + accepted, 1);
      }
      assertThat(outcome).isInstanceOf(Outcome.OutboxFull.class);
      assertThat(accepted).isBetween(30, 60);
      await()
          .atMost(PATIENCE)
          .until(() -> accounts.meters.get("jianfu.outbox.age").gauge().value() > 3);
      assertThat(accounts.meters.get("jianfu.outbox.entries").gauge().value()).isPositive();

      try (InProcessBroker back = TestBroker.own(folder, port)) {
        assertThat(back.bootstrapServers()).isEqualTo(servers);
        int all = accepted;
        List<ConsumerRecord<String, byte[]>> records =
            TestBroker.await(
                servers, "away", sent -> Set.copyOf(sequences(sent, "a")).size() == all + 1);
        assertThat(sequences(records, "a").stream().distinct())
            .containsExactlyElementsOf(LongStream.rangeClosed(1, all + 1L).boxed().toList());
        await()
            .atMost(PATIENCE)
            .until(() -> accounts.meters.get("jianfu.outbox.age").gauge().value() == 0);
        await()
            .atMost(PATIENCE)
            .until(() -> accounts.add("a", "after", 1) instanceof Outcome.Applied);
      }
    }
  }
}
