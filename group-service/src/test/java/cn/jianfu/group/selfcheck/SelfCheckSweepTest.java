package cn.jianfu.group.selfcheck;

import static cn.jianfu.group.reference.KnownDistrict.HONGTIAN;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.GroupServiceUnderTest;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Await;
import cn.jianfu.testkit.LeaseHolder;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SelfCheckSweepTest {

  private static final String ROUND = "2026-autumn";
  private static final String LIST = "/api/v1/self-checks/" + ROUND + "/" + HONGTIAN;
  private static final Bson THE_LIST = Filters.eq("_id", SelfCheck.idOf(ROUND, HONGTIAN));

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);
  private final MongoCollection<Document> lists = database.getCollection("self_checks");
  private final SelfCheckSweep sweep = service.bean(SelfCheckSweep.class);
  private final Asking town =
      service.asking("town-office", XINDIAN).with("Content-Type", "application/json");

  @Test
  void decisionsAreLeftToTheInstanceThatSweepsAndTakenByAnotherWhenThatHasDied() {
    LeaseHolder other = new LeaseHolder(database, "self-checks", Duration.ofMinutes(5));
    other.begins();
    answered();
    // As if the process had gone before the decisions were taken.
    Mono.from(lists.updateOne(THE_LIST, Updates.set("state.decisionsDue", true))).block();

    sweep.sweep().block();
    assertThat(isDue()).isTrue();

    other.diedLongAgo();
    sweep.sweep().block();
    // The service's own sweep may have been there first.
    Await.until(() -> assertThat(isDue()).isFalse());
  }

  private void answered() {
    sent("PUT", "/api/v1/groups/" + HONGTIAN + "/WECOM/swept", "{\"name\":\"租约自查群\"}");
    sent("GET", LIST, null);
    sent("POST", LIST + "/answers", "{\"confirmAll\":true}");
  }

  private void sent(String method, String path, @Nullable String json) {
    var answer = town.send(method, path, json == null ? null : json.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  private boolean isDue() {
    return Mono.from(lists.find(THE_LIST))
        .map(list -> list.get("state", Document.class).getBoolean("decisionsDue"))
        .blockOptional()
        .orElseThrow();
  }
}
