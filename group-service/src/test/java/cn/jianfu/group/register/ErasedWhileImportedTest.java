package cn.jianfu.group.register;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.GroupServiceUnderTest;
import cn.jianfu.testkit.Asking;
import cn.jianfu.web.imports.ImportMode;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** An instance holds a plan with names in its hands while somebody is taken out of it. */
class ErasedWhileImportedTest {

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final ImportLog log = service.bean(ImportLog.class);
  private final RegisterImports imports = service.bean(RegisterImports.class);
  private final Asking town =
      service.asking("town-office", XINDIAN).with("Content-Type", "text/csv");
  private final Asking admin =
      service.asking("district-admin", DISTRICT).with("Content-Type", "application/json");

  @Test
  void whoIsLateWithTheRowsDeclaresNobodyWhoWasErased() {
    staff("busy.1", "皇甫一");
    ImportRecord planned = planned("busy-1", "同导一群,皇甫一\n同导二群,\n");

    erase("busy.1");
    ImportRecord late = imports.carryOut(planned).block();

    assertThat(groups("同导")).hasSize(2);
    assertThat(groups("同导").toString()).doesNotContain("皇甫一");
    assertThat(Objects.requireNonNull(late).state()).isEqualTo(ImportRecord.State.APPLIED);
    assertThat(stored("busy-1").toString()).doesNotContain("皇甫一");
  }

  @Test
  void whatTheFirstRowsHaveLedToIsLookedThrough() {
    staff("busy.2", "皇甫二");
    ImportRecord planned = planned("busy-2", "半导一群,皇甫二\n半导二群,皇甫二\n");
    // The rows are there, and the process has gone before it said so.
    imports.carryOut(planned).block();
    back(planned);

    erase("busy.2");

    assertThat(groups("半导")).hasSize(2);
    assertThat(groups("半导").toString()).doesNotContain("皇甫二");
    assertThat(stored("busy-2").state()).isEqualTo(ImportRecord.State.APPLIED);
    assertThat(stored("busy-2").toString()).doesNotContain("皇甫二");
  }

  @Test
  void whoHasReadAnImportBeforeSomebodyWasTakenOutOfItDoesNotWriteIt() {
    ImportRecord planned = planned("busy-3", "旧读群,皇甫三\n");
    log.rewrite(record ->
            record.id().equals("busy-3")
                ? record.forgetting(
                    record.plan().stream().map(PlannedRow::forgettingOwners).toList(), null)
                : record)
        .blockLast();

    ImportRecord after =
        log.advance(
                ImportRecord.State.PLANNED,
                planned.applied(planned.report(), planned.results(), List.of()))
            .block();

    assertThat(Objects.requireNonNull(after).state()).isEqualTo(ImportRecord.State.PLANNED);
    assertThat(stored("busy-3").toString()).doesNotContain("皇甫三");
    imports.carryOut(stored("busy-3")).block();
    assertThat(stored("busy-3").state()).isEqualTo(ImportRecord.State.APPLIED);
  }

  @Test
  void anUndoThatHasReadTheImportBeforeThatIsJudgedAnew() {
    var answer = town.send("POST", "/api/v1/imports", "群名称,群主\n旧撤群,皇甫四\n".getBytes(UTF_8));
    String id = JsonMapper.shared().readTree(answer.body()).path("id").asString();
    ImportRecord read = stored(id);
    log.rewrite(record ->
            record.id().equals(id)
                ? record.forgettingEverybody(LocalDate.of(2026, 11, 27), 180)
                : record)
        .blockLast();

    ImportView undone =
        service
            .bean(ImportUndos.class)
            .undo(read, new ImportMode(false, true), Locale.CHINESE, read.caller())
            .blockOptional()
            .orElseThrow();

    assertThat(undone.state()).isEqualTo("UNDONE");
    assertThat(stored(id).toString()).doesNotContain("皇甫四");
  }

  /** An import that was stored and of which no row is declared yet. */
  private ImportRecord planned(String id, String rows) {
    var answer =
        town.send("POST", "/api/v1/imports?dryRun=true", ("群名称,群主\n" + rows).getBytes(UTF_8));
    String tried = JsonMapper.shared().readTree(answer.body()).path("id").asString();
    ImportRecord planned = in(ImportRecord.State.PLANNED, id, stored(tried));
    log.insert(planned, new byte[0]).block();
    return planned;
  }

  private void back(ImportRecord planned) {
    var imports = service.bean(MongoDatabase.class).getCollection("imports");
    Flux.from(imports.deleteOne(Filters.eq("_id", planned.id()))).blockLast();
    log.insert(planned, new byte[0]).block();
  }

  private static ImportRecord in(ImportRecord.State state, String id, ImportRecord it) {
    return new ImportRecord(
        id,
        it.bodyHash(),
        state,
        it.at(),
        it.issuer(),
        it.subject(),
        it.roles(),
        it.unit(),
        it.plan(),
        it.results(),
        it.language(),
        it.report(),
        it.questions(),
        null,
        it.answers(),
        null,
        it.notes(),
        null);
  }

  private ImportRecord stored(String id) {
    return log.find(id).blockOptional().orElseThrow();
  }

  private List<Document> groups(String name) {
    return Flux.from(
            service
                .bean(MongoDatabase.class)
                .getCollection("groups")
                .find(Filters.regex("state.name", "^" + name)))
        .collectList()
        .blockOptional()
        .orElseThrow();
  }

  private void staff(String id, String name) {
    String body = "{\"people\":[{\"id\":\"%s\",\"name\":\"%s\"}]}".formatted(id, name);
    var answer =
        town.with("Content-Type", "application/json")
            .send("PUT", "/api/v1/staff/" + XINDIAN, body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private void erase(String id) {
    var answer =
        admin.send("POST", "/api/v1/people/erasures", ("{\"id\":\"" + id + "\"}").getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
