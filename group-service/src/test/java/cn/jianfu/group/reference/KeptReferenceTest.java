package cn.jianfu.group.reference;

import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.group.reference.Reference.Kept;
import cn.jianfu.messaging.EventSequence;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptReferenceTest {

  private final InProcessStore store = InProcessStore.open(StoreSettings.inMemory());
  private final MongoClient client = MongoClients.create(store.connectionString());
  private final KeptReference kept = new KeptReference(client.getDatabase("group"));

  @AfterEach
  void stop() {
    client.close();
    store.close();
  }

  @Test
  void whatIsKeptIsReadAgainAsItWasHeard() {
    List<Kept> all =
        KnownDistrict.payloads().entrySet().stream()
            .map(each -> heard(each.getKey(), 1, each.getValue()))
            .toList();

    kept.keep(all).block();

    assertThat(kept.all().collectList().block()).containsExactlyInAnyOrderElementsOf(all);
  }

  /** As of two instances, one of which is behind the other. */
  @Test
  void aNewerVersionReplacesWhatIsKeptAndAnOlderOneDoesNot() {
    Object unit = KnownDistrict.payloads().get(XINDIAN);
    Object renamed = KnownDistrict.renamed(XINDIAN, "新店街道");
    Object other = KnownDistrict.payloads().get(MAXIANG);

    kept.keep(List.of(heard(XINDIAN, 1, unit))).block();
    kept.keep(List.of(heard(XINDIAN, 2, renamed))).block();
    kept.keep(List.of(heard(XINDIAN, 1, unit), heard(MAXIANG, 1, other))).block();

    assertThat(kept.all().collectList().block())
        .containsExactlyInAnyOrder(heard(XINDIAN, 2, renamed), heard(MAXIANG, 1, other));
  }

  private static Kept heard(String subject, long sequence, Object payload) {
    return new Kept(
        subject, EventCatalogue.of(payload).name(), EventSequence.of(1, sequence), payload);
  }
}
