package cn.jianfu.messaging.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.messaging.TestStore;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class OutboxQueriesTest {

  private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");

  private final MongoCollection<BsonDocument> documents =
      TestStore.database().getCollection("documents", BsonDocument.class);
  private final OutboxQueries queries =
      new OutboxQueries(documents, "relay", Duration.ofSeconds(30), () -> NOW);

  /**
   * Else its lease is let go while the events of that write are on their way, somebody publishes
   * them and what comes next, and they come once more behind it.
   */
  @Test
  void whatTheNextWriteHasLeasedAnewIsNotTakenForWhatIsStillToBeForgotten() {
    stored("forgotten-and-leased-anew", "relay", 2);
    stored("has-more-to-say", "relay", 1, 2);
    stored("of-another", "another", 1, 2);

    List<Published> left =
        queries
            .stillOurs(
                List.of(
                    new Published(
                        "relay",
                        1,
                        List.of("forgotten-and-leased-anew", "has-more-to-say", "of-another"))))
            .block();

    assertThat(left).containsExactly(new Published("relay", 1, List.of("has-more-to-say")));
  }

  /** It leases what has nothing to say, under a name of its own. */
  @Test
  void whatWasSaidAgainIsLetGoThoughItHadNothingToSayBefore() {
    stored("written-meanwhile", "relay/5", 2);

    assertThat(
            queries
                .stillOurs(List.of(new Published("relay/5", 1, List.of("written-meanwhile"))))
                .block())
        .containsExactly(new Published("relay/5", 1, List.of("written-meanwhile")));
  }

  private void stored(String id, String by, int... sequences) {
    StringBuilder outbox = new StringBuilder();
    for (int seq : sequences) {
      outbox
          .append(outbox.isEmpty() ? "" : ",")
          .append("{\"seq\":{\"$numberLong\":\"%d\"}}".formatted(seq));
    }
    String document =
        "{\"_id\":\"%s\",\"lease\":{\"by\":\"%s\"},\"outbox\":[%s]}".formatted(id, by, outbox);
    Mono.from(documents.insertOne(BsonDocument.parse(document))).block();
  }
}
