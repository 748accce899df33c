package cn.jianfu.report.audit;

import static cn.jianfu.report.Heard.event;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.active;
import static cn.jianfu.report.SampleEvents.filed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.TestDatabases;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class AuditLogTest {

  private final MongoDatabase database = TestDatabases.fresh();
  private final AuditLog log = new AuditLog(database);

  @Test
  void aChainHoldsHoweverOftenItsEventsAreHeard() {
    List<InboundEvent> events = events();

    log.heard(events.subList(0, 3)).block();
    log.heard(events).block();
    log.heard(events.subList(1, 4)).block();

    assertThat(log.all().collectList().block()).hasSize(5);
    assertThat(verified()).contains("5 entries").contains("every chain holds");
  }

  @Test
  void eventsThatNameNobodyAreNotInTheLog() {
    log.heard(List.of(event("d", 1, active("g", TODAY, 2), 7))).block();

    assertThat(log.all().collectList().block()).isEmpty();
  }

  @Test
  void aChangedEntryShows() {
    log.heard(events()).block();
    Mono.from(
            database
                .getCollection("audit")
                .updateOne(
                    Filters.eq("offset", 2L), Updates.set("actor", "{\"subject\":\"other\"}")))
        .block();

    assertThat(verified()).contains("broken at group.events/0/00000000000000000002");
  }

  @Test
  void aRemovedEntryShows() {
    log.heard(events()).block();
    Mono.from(database.getCollection("audit").deleteOne(Filters.eq("offset", 2L))).block();

    assertThat(verified()).contains("broken at group.events/0/00000000000000000003");
  }

  @Test
  void aSecondWriterWritesTheSameChain() {
    MongoDatabase other = TestDatabases.fresh();
    log.heard(events()).block();
    new AuditLog(other).heard(events()).block();

    assertThat(new AuditLog(other).all().map(Document::toJson).collectList().block())
        .isEqualTo(log.all().map(Document::toJson).collectList().block());
  }

  private String verified() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean holds =
        VerifyAudit.verify(
            TestDatabases.uri(database), new PrintStream(out, true, StandardCharsets.UTF_8));
    String said = out.toString(StandardCharsets.UTF_8);
    assertThat(holds).isEqualTo(said.contains("every chain holds"));
    return said;
  }

  private static List<InboundEvent> events() {
    List<InboundEvent> events = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      events.add(event("g" + i, 1, filed("g" + i, "群", TODAY), i));
    }
    return events;
  }
}
