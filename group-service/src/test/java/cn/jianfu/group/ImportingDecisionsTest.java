package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.Topics;
import cn.jianfu.testkit.Asking;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 处置意见 of a register is decided, or it is said why not; it is never dropped in silence. */
class ImportingDecisionsTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String HEADER = "群名称,主管单位,用途,处置意见\n";

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);
  private final Asking town = service.clerk(XINDIAN);

  @Test
  void whatTheRegisterSaysIsToBecomeOfAGroupIsDecided() {
    String register =
        HEADER + "意留群,党政办,值班,保留\n意并群,党政办,值班,并入意留群\n意散群,党政办,值班,拟解散\n意规群,党政办,值班,规范\n意无群,党政办,值班,\n";
    StoredState before = StoredState.of(database).without("imports");
    JsonNode tried = imported("?dryRun=true", register);
    assertThat(StoredState.of(database).without("imports")).isEqualTo(before);

    JsonNode done = imported("?atomic=true", register);

    assertThat(done.at("/listed")).isEqualTo(tried.at("/listed"));
    assertThat(done.at("/listed/decided").asInt()).as(done.toString()).isEqualTo(4);
    assertThat(done.at("/listed/rows").valueStream().map(it -> it.at("/decision").asString("")))
        .containsExactly("KEEP", "MERGE", "DISSOLVE", "STANDARDISE", "");
    assertThat(done.at("/report/messages").size()).isZero();
    assertThat(group("意散群").at("/state").asString()).isEqualTo("DISSOLVING");
    assertThat(group("意散群").at("/decision/reason").asString()).isEqualTo("台账处置意见：解散");
    assertThat(group("意并群").at("/decision/mergeInto").asString()).isEqualTo(idOf("意留群"));
    assertThat(group("意留群").at("/decision/kind").asString()).isEqualTo("KEEP");
    assertThat(
            group("意无群").at("/decision").isMissingNode() || group("意无群").at("/decision").isNull())
        .isTrue();

    StoredState after = StoredState.of(database).without("imports");
    JsonNode again = imported("", register);
    assertThat(again.at("/report/unchanged").asInt()).as(again.toString()).isEqualTo(5);
    assertThat(again.at("/report/messages").size()).isZero();
    assertThat(again.at("/listed/decided").asInt()).isZero();
    assertThat(StoredState.of(database).without("imports")).isEqualTo(after);
  }

  @Test
  void aDecisionThatCannotBeTakenIsToldAndTheRestOfItsRowIsTaken() {
    imported("", HEADER + "拒开群,党政办,值班,解散\n");
    String register =
        HEADER
            + "拒开群,党政办,巡查,保留\n拒无群,党政办,值班,并入查无此群\n拒空群,党政办,值班,合并\n拒自群,党政办,值班,并入拒自群\n拒往群,党政办,值班,并入拒开群\n";

    JsonNode tried = imported("?dryRun=true&atomic=true", register);
    JsonNode done = imported("?atomic=true", register);

    assertThat(codes(done))
        .as(done.toString())
        .containsExactly(
            "2 ACCEPTED register.decision-decision-open",
            "3 ACCEPTED register.decision-target-unknown",
            "4 ACCEPTED register.decision-without-target",
            "5 ACCEPTED register.decision-merged-into-itself",
            "6 ACCEPTED register.decision-merge-target-leaving");
    assertThat(codes(tried)).isEqualTo(codes(done));
    assertThat(done.at("/report/accepted").asInt()).isEqualTo(5);
    assertThat(done.at("/listed/decided").asInt()).isZero();
    assertThat(done.at("/report/messages/0/message").asString()).contains("保留", "照常登记");
    assertThat(group("拒开群").at("/purpose").asString()).isEqualTo("巡查");
    assertThat(group("拒开群").at("/decision/kind").asString()).isEqualTo("DISSOLVE");
    assertThat(group("拒空群").at("/state").asString()).isEqualTo("DECLARED");
  }

  @Test
  void theDecisionsAreTakenBackWithTheImport() {
    imported("", HEADER + "回旧群,党政办,值班,\n");
    JsonNode before = group("回旧群");
    String id =
        imported("", HEADER + "回标群,党政办,值班,保留\n回并群,党政办,值班,并入回标群\n回旧群,党政办,巡查,解散\n回散群,党政办,值班,解散\n")
            .at("/id")
            .asString();
    assertThat(group("回旧群").at("/state").asString()).isEqualTo("DISSOLVING");

    JsonNode tried = undo(id, "?dryRun=true");
    assertThat(tried.at("/undo/accepted").asInt()).as(tried.toString()).isEqualTo(4);
    JsonNode undone = undo(id, "");

    assertThat(undone.at("/state").asString()).as(undone.toString()).isEqualTo("UNDONE");
    assertThat(undone.at("/undo/accepted").asInt()).isEqualTo(4);
    JsonNode now = group("回旧群");
    assertThat(now.at("/state").asString()).isEqualTo("DECLARED");
    assertThat(now.at("/decision")).isEqualTo(before.at("/decision"));
    assertThat(now.at("/purpose").asString()).isEqualTo("值班");
    for (String never : List.of("回标群", "回并群", "回散群")) {
      assertThat(group(never).at("/state").asString()).as(never).isEqualTo("WITHDRAWN");
    }
    try (var events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      assertThat(events.typesOf(idOf("回散群"), 4))
          .containsExactly(
              "group.work-group-declared.v1",
              "group.work-group-decided.v1",
              "group.work-group-decision-withdrawn.v1",
              "group.work-group-declaration-withdrawn.v1");
    }
  }

  @Test
  void aDecisionThatWasCarriedOutStandsInTheWayOfTheUndo() {
    String id = imported("", HEADER + "行散群,党政办,值班,解散\n").at("/id").asString();
    Asking json = town.with("Content-Type", "application/json");
    String execution = "/api/v1/groups/" + idOf("行散群") + "/execution";
    assertThat(json.send("POST", execution, "{}".getBytes(UTF_8)).body()).contains("DISSOLVED");

    JsonNode refused = undo(id, "");

    assertThat(refused.at("/undo/declined").asInt()).as(refused.toString()).isEqualTo(1);
    assertThat(refused.at("/undo/messages/0/code").asString()).isEqualTo("register.undo-decided");
    assertThat(group("行散群").at("/state").asString()).isEqualTo("DISSOLVED");
  }

  private JsonNode imported(String query, String register) {
    HttpResponse<String> answer =
        town.send("POST", "/api/v1/imports" + query, register.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private JsonNode undo(String id, String query) {
    return JSON.readTree(town.send("POST", "/api/v1/imports/" + id + "/undo" + query, null).body());
  }

  private static List<String> codes(JsonNode imported) {
    return imported
        .at("/report/messages")
        .valueStream()
        .map(it ->
            it.at("/row").asInt()
                + " "
                + it.at("/outcome").asString()
                + " "
                + it.at("/code").asString())
        .toList();
  }

  private String idOf(String name) {
    return group(name).at("/groupId").asString();
  }

  private JsonNode group(String name) {
    String asked = URLEncoder.encode(name, UTF_8);
    String found = town.send("GET", "/api/v1/groups?q=" + asked, null).body();
    String id = JSON.readTree(found).at("/items/0/groupId").asString();
    return JSON.readTree(town.send("GET", "/api/v1/groups/" + id, null).body());
  }
}
