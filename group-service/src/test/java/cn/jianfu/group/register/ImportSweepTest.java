package cn.jianfu.group.register;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.GroupServiceUnderTest;
import cn.jianfu.group.ImportCutShort;
import cn.jianfu.testkit.Await;
import cn.jianfu.testkit.LeaseHolder;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class ImportSweepTest {

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);
  private final ImportSweep sweep = service.bean(ImportSweep.class);

  @Test
  void anImportIsLeftToTheInstanceThatSweepsAndFinishedByAnotherWhenThatHasDied() {
    LeaseHolder other = new LeaseHolder(database, "import-sweep", Duration.ofMinutes(5));
    other.begins();
    String id = imported();
    ImportCutShort.asIfKilled(database, id);

    sweep.sweep().block();
    assertThat(stateOf(id)).isEqualTo("PLANNED");

    other.diedLongAgo();
    sweep.sweep().block();
    // The service's own sweep may have been there first.
    Await.until(() -> assertThat(stateOf(id)).isEqualTo("APPLIED"));
  }

  private String imported() {
    String answer =
        service
            .asking("town-office", XINDIAN)
            .with("Content-Type", "text/csv")
            .send("POST", "/api/v1/imports?atomic=true", "群名称\n租约群\n".getBytes(UTF_8))
            .body();
    return JsonMapper.shared().readTree(answer).at("/id").asString();
  }

  private String stateOf(String id) {
    return Mono.from(database.getCollection("imports").find(Filters.eq("_id", id)))
        .map(document -> document.getString("state"))
        .blockOptional()
        .orElseThrow();
  }
}
