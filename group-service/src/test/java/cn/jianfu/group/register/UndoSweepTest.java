package cn.jianfu.group.register;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.GroupServiceUnderTest;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Await;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class UndoSweepTest {

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);
  private final ImportLog log = service.bean(ImportLog.class);
  private final Asking town = service.asking("town-office", XINDIAN);

  @Test
  void anUndoKilledInTheMiddleIsFinishedByTheSweep() {
    String id = imported("断撤一群", "断撤二群");
    List<Document> before = groups("断撤");
    undo(id);
    // As if the process had gone after the first group.
    Document second = before.getLast();
    Mono.from(groups().replaceOne(Filters.eq("_id", second.getString("_id")), second)).block();
    ImportRecord done = stored(id);
    Mono.from(imports().deleteOne(Filters.eq("_id", id))).block();
    log.insert(done.undoing(Objects.requireNonNull(done.undo())), new byte[0]).block();
    Mono.from(
            imports()
                .updateOne(
                    Filters.eq("_id", id),
                    Updates.set("at", Date.from(Instant.parse("2020-01-01T00:00:00Z")))))
        .block();

    Await.until(() -> assertThat(stored(id).state()).isEqualTo(ImportRecord.State.UNDONE));

    assertThat(groups("断撤"))
        .hasSize(2)
        .allSatisfy(group -> {
          assertThat(group.getEmbedded(List.of("state", "state"), String.class))
              .isEqualTo("WITHDRAWN");
          assertThat(group.get("version")).isEqualTo(2L);
        });
    assertThat(Objects.requireNonNull(stored(id).undo()).report().accepted()).isEqualTo(2);
  }

  @Test
  void whoIsLateWithCarryingOutAnImportThatWasUndoneDeclaresNothingAgain() {
    String id = imported("迟撤一群", "迟撤二群");
    ImportRecord applied = stored(id);
    ImportRecord planned =
        new ImportRecord(
            applied.id(),
            applied.bodyHash(),
            ImportRecord.State.PLANNED,
            applied.at(),
            applied.issuer(),
            applied.subject(),
            applied.roles(),
            applied.unit(),
            applied.plan(),
            applied.results(),
            applied.language(),
            applied.report(),
            applied.questions(),
            null,
            applied.answers(),
            null,
            applied.notes(),
            null);
    undo(id);

    ImportRecord after = service.bean(RegisterImports.class).carryOut(planned).block();

    assertThat(Objects.requireNonNull(after).state()).isEqualTo(ImportRecord.State.UNDONE);
    assertThat(stored(id).state()).isEqualTo(ImportRecord.State.UNDONE);
    assertThat(groups("迟撤"))
        .hasSize(2)
        .allSatisfy(group ->
            assertThat(group.getEmbedded(List.of("state", "state"), String.class))
                .isEqualTo("WITHDRAWN"));
  }

  @Test
  void anImportThatIsStillCarriedOutIsNotUndone() {
    String id = imported("未完群");
    Mono.from(imports().updateOne(Filters.eq("_id", id), Updates.set("state", "PLANNED"))).block();
    ImportRecord applied = stored(id);

    ImportRecord undoing =
        log.advance(
                ImportRecord.State.APPLIED,
                applied.undone(
                    new ImportUndo(
                        applied.at(),
                        "",
                        "",
                        java.util.Set.of(),
                        "",
                        List.of(),
                        "zh",
                        applied.report())))
            .block();

    assertThat(Objects.requireNonNull(undoing).undo()).isNull();
    Mono.from(imports().updateOne(Filters.eq("_id", id), Updates.set("state", "APPLIED"))).block();
  }

  private String imported(String... names) {
    String answer =
        town.with("Content-Type", "text/csv")
            .send(
                "POST",
                "/api/v1/imports?atomic=true",
                ("群名称\n" + String.join("\n", names) + "\n").getBytes(UTF_8))
            .body();
    return JsonMapper.shared().readTree(answer).at("/id").asString();
  }

  private void undo(String id) {
    assertThat(town.send("POST", "/api/v1/imports/" + id + "/undo", null).body())
        .contains("\"UNDONE\"");
  }

  private ImportRecord stored(String id) {
    return log.find(id).blockOptional().orElseThrow();
  }

  private List<Document> groups(String name) {
    return Flux.from(groups().find(Filters.regex("state.name", name)))
        .sort(java.util.Comparator.comparing(it -> it.getString("_id")))
        .collectList()
        .blockOptional()
        .orElseThrow();
  }

  private com.mongodb.reactivestreams.client.MongoCollection<Document> groups() {
    return database.getCollection("groups");
  }

  private com.mongodb.reactivestreams.client.MongoCollection<Document> imports() {
    return database.getCollection("imports");
  }
}
