package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.Topics;
import cn.jianfu.testkit.Asking;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Registers over HTTP: what is understood is declared, what is not is asked. */
class ImportingRegistersTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String REGISTER =
      """
      新店镇工作群台账,,,,,,,
      填报单位：新店镇,,,,,,,
      序号,建群时间,工作群名称,主管单位,性质,平台,用途,备案号
      １,2026.3.1,%1$s防汛群,新店镇党政办,固定,微信,值班,备１
      ２,2026年3月2日,%1$s巡查群,党政办,临时,企业微信,巡查,
      ,,,,,,,
      合计,,2,,,,,
      """;

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);
  private final Asking town = service.clerk(XINDIAN);

  @Test
  void aRegisterAsTownsKeepItIsDeclaredAndFiledInAnyEncoding() {
    JsonNode report = report(post("", REGISTER.formatted("甲").getBytes(Charset.forName("GBK"))));

    assertThat(report.at("/accepted").asInt()).as(report.toString()).isEqualTo(2);
    assertThat(report.at("/applied").asBoolean()).isTrue();
    assertThat(report.at("/rows").asInt()).isEqualTo(2);
    assertThat(groups("甲防汛群")).contains("\"FILED\"", "备1", "2026-03-01", "IMPORTED");
    assertThat(groups("甲巡查群")).contains("\"DECLARED\"", "2026-03-02", "TEMPORARY");
  }

  @Test
  void theSameRegisterAgainIsUnchangedAndUnderTheSameKeyAnsweredAsTheFirstTime() {
    byte[] register = REGISTER.formatted("乙").getBytes(UTF_8);
    Asking keyed = town.with("Idempotency-Key", "register-1");
    String first = keyed.send("POST", "/api/v1/imports", register).body();

    assertThat(keyed.send("POST", "/api/v1/imports", register).body()).isEqualTo(first);
    assertThat(report(post("", register)).at("/unchanged").asInt()).isEqualTo(2);
    assertThat(
            keyed
                .send("POST", "/api/v1/imports", REGISTER.formatted("丙").getBytes(UTF_8))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void aDryRunTellsTheTruthAndChangesNothing() {
    byte[] register = REGISTER.formatted("丁").getBytes(UTF_8);
    post("", register);
    dissolve("丁防汛群");
    StoredState before = StoredState.of(database).without("imports");
    String renumbered = REGISTER.formatted("丁").replace("备１", "备９");

    JsonNode report = report(post("?dryRun=true", renumbered.getBytes(UTF_8)));

    assertThat(report.at("/declined").asInt()).as(report.toString()).isEqualTo(1);
    assertThat(report.at("/unchanged").asInt()).isEqualTo(1);
    assertThat(report.at("/messages/0/row").asInt()).isEqualTo(4);
    assertThat(StoredState.of(database).without("imports")).isEqualTo(before);
  }

  @Test
  void allOrNoneHoldsAlsoForWhatOnlyTheGroupItselfDeclines() {
    post("", REGISTER.formatted("戊").getBytes(UTF_8));
    dissolve("戊防汛群");
    StoredState before = StoredState.of(database).without("imports");
    String more =
        REGISTER
            .formatted("戊")
            .replace("备１", "备９")
            .replace("合计", "3,2026-03-03,戊新群,党政办,固定,QQ,x,\n合计");

    JsonNode none = report(post("?atomic=true", more.getBytes(UTF_8)));
    assertThat(none.at("/applied").asBoolean()).as(none.toString()).isFalse();
    assertThat(none.at("/declined").asInt()).isEqualTo(1);
    assertThat(StoredState.of(database).without("imports")).isEqualTo(before);

    JsonNode rest = report(post("", more.getBytes(UTF_8)));
    assertThat(rest.at("/accepted").asInt()).as(rest.toString()).isEqualTo(1);
    assertThat(groups("戊新群")).contains("\"DECLARED\"");
  }

  @Test
  void aRegistersBlanksTakeNothingAwayAndItsPlatformMakesNoSecondGroup() {
    post("", "群名称,主管单位,用途,性质\n己群,党政办,值班,固定\n".getBytes(UTF_8));
    post("", "群名称,主管单位,平台\n己群,党政办,微信\n".getBytes(UTF_8));

    JsonNode found = JSON.readTree(groups("己群"));
    assertThat(found.at("/items").size()).as(found.toString()).isEqualTo(1);
    assertThat(found.at("/items/0/purpose").asString()).isEqualTo("值班");
    assertThat(found.at("/items/0/kind").asString()).isEqualTo("PERMANENT");
  }

  @Test
  void whatIsNotUnderstoodIsAskedAndTheFileComesBackMarked() {
    String register = "群名称,主管单位,建群时间\n庚群,党政办,去年三月\n辛群,党政办,2026-3-4\n";
    HttpResponse<String> answer = post("", register.getBytes(UTF_8));
    JsonNode report = report(answer);

    assertThat(report.at("/asked").asInt()).as(report.toString()).isEqualTo(1);
    assertThat(report.at("/accepted").asInt()).isEqualTo(1);
    assertThat(report.at("/messages/0/row").asInt()).isEqualTo(2);
    assertThat(report.at("/messages/0/column").asString()).isEqualTo("C");
    var marked = town.send("GET", JSON.readTree(answer.body()).at("/corrections").asString(), null);
    assertThat(marked.statusCode()).isEqualTo(200);
    assertThat(marked.body()).startsWith("PK");
    String corrected = post("?cell=2.CREATED_ON=2025-03-01", register.getBytes(UTF_8)).body();
    assertThat(JSON.readTree(corrected).at("/report/asked").asInt()).isZero();
    whatWasSaidAboutItIsTold(JSON.readTree(corrected).at("/id").asString());
    assertThat(groups("庚群")).contains("2025-03-01");
  }

  @Test
  void aRenamedGroupIsAQuestionAndTheAnswerRenamesItForGood() {
    String header = "群名称,主管单位,群主,建群时间\n";
    post("", (header + "壬防汛群,党政办,张三,2026-03-01\n").getBytes(UTF_8));
    byte[] renamed = (header + "壬三防群,党政办,张三,2026-03-01\n").getBytes(UTF_8);

    JsonNode asked = report(post("", renamed));
    assertThat(asked.at("/asked").asInt()).as(asked.toString()).isEqualTo(1);
    assertThat(asked.at("/messages/0/code").asString()).isEqualTo("register.renamed");
    String id = JSON.readTree(groups("壬防汛群")).at("/items/0/groupId").asString();
    assertThat(asked.at("/messages/0/message").asString()).contains("壬防汛群", id);
    assertThat(asked.at("/messages/0/answers/0/value").asString()).isEqualTo(id);
    assertThat(asked.at("/messages/0/answers/0/label").asString()).isEqualTo("壬防汛群");
    assertThat(asked.at("/messages/0/answers/1/value").asString()).isEqualTo("NEW");
    assertThat(JSON.readTree(groups("壬三防群")).at("/items").size()).isZero();

    String answer = "?group=2=" + java.net.URLEncoder.encode(id, UTF_8);
    assertThat(report(post(answer, renamed)).at("/accepted").asInt()).isEqualTo(1);
    JsonNode now = JSON.readTree(groups("壬三防群"));
    assertThat(now.at("/items/0/groupId").asString()).isEqualTo(id);
    assertThat(now.at("/items/0/ownerName").asString()).isEqualTo("张三");
    assertThat(report(post("", renamed)).at("/unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void aRowThatIsSaidToBeNewMakesASecondGroupAndOneThatIsSaidToBeNothingIsAskedAgain() {
    String header = "群名称,主管单位,群主,建群时间\n";
    post("", (header + "癸一群,党政办,李四,2026-03-01\n").getBytes(UTF_8));
    byte[] other = (header + "癸二群,党政办,李四,2026-03-01\n").getBytes(UTF_8);

    JsonNode unknown = report(post("?group=2=" + XINDIAN + "/OTHER/nothing", other));
    assertThat(unknown.at("/messages/0/code").asString()).isEqualTo("register.group-not-known");
    assertThat(report(post("?group=2=NEW", other)).at("/accepted").asInt()).isEqualTo(1);
    assertThat(JSON.readTree(groups("癸一群")).at("/items").size()).isEqualTo(1);
    assertThat(JSON.readTree(groups("癸二群")).at("/items").size()).isEqualTo(1);
    assertThat(town.send("POST", "/api/v1/imports?group=x=NEW", other).statusCode()).isEqualTo(400);
  }

  @Test
  void aRegisterOfThousandsOfRowsIsKeptAndOneThatNoDocumentHoldsIsRefusedWhole() {
    StringBuilder rows = new StringBuilder("群名称,主管单位,用途,建群时间\n");
    for (int i = 0; i < 6_000; i++) {
      rows.append("大群").append(i).append(",党政办,").append("值班".repeat(200)).append(",待定\n");
    }
    byte[] large = rows.toString().getBytes(UTF_8);
    HttpResponse<String> answer = post("?dryRun=true", large);
    assertThat(report(answer).at("/asked").asInt()).isEqualTo(6_000);
    String id = JSON.readTree(answer.body()).at("/id").asString();
    assertThat(town.send("GET", "/api/v1/imports/" + id, null).statusCode()).isEqualTo(200);

    StoredState before = StoredState.of(database);
    var random = new java.util.Random(7);
    StringBuilder noise = new StringBuilder("群名称,主管单位,用途\n");
    for (int i = 0; i < 9_000; i++) {
      noise.append("噪群").append(i).append(",党政办,");
      for (int c = 0; c < 330; c++) {
        noise.appendCodePoint(0x4E00 + random.nextInt(0x5000));
      }
      noise.append('\n');
    }
    var refused =
        town.send("POST", "/api/v1/imports?dryRun=true", noise.toString().getBytes(UTF_8));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  @Test
  void theTemplateAsItIsDownloadedIsUnderstood() {
    byte[] template = service.template(XINDIAN);

    var answer =
        town.with("Content-Type", "application/octet-stream")
            .send("POST", "/api/v1/imports?dryRun=true&atomic=true", template);

    assertThat(report(answer).at("/rows").asInt()).as(answer.body()).isZero();
    assertThat(report(answer).at("/accepted").asInt()).isZero();
    assertThat(report(answer).at("/messages").size()).isEqualTo(1);
    assertThat(report(answer).at("/messages/0/code").asString()).isEqualTo("register.example");
    assertThat(report(answer).at("/messages/0/outcome").asString()).isEqualTo("SKIPPED");
    assertThat(report(answer).at("/messages/0/message").asString()).contains("示例");
    assertThat(JSON.readTree(answer.body()).at("/listed/skipped").asInt()).isEqualTo(1);
  }

  @Test
  void anExampleBesideRealRowsIsNoGroup() {
    String header = "群名称,主管单位,用途\n";
    byte[] register = (header + "【示例】子示群,党政办,值班\n子实群,党政办,值班\n").getBytes(UTF_8);

    JsonNode report = report(post("?atomic=true", register));

    assertThat(report.at("/accepted").asInt()).as(report.toString()).isEqualTo(1);
    assertThat(report.at("/messages/0/row").asInt()).isEqualTo(2);
    assertThat(JSON.readTree(groups("子示群")).at("/items").size()).isZero();
    assertThat(groups("子实群")).contains("\"DECLARED\"");
  }

  @Test
  void aDryRunListsWhatIsNewWhatChangesAndWhatStays() {
    String header = "群名称,主管单位,用途,建群时间\n";
    post("", (header + "丑旧群,党政办,值班,45292\n丑同群,党政办,值班,\n").getBytes(UTF_8));
    String more = header + "丑新群,党政办,值班,\n丑旧群,党政办,巡查,\n丑同群,党政办,值班,\n丑疑群,党政办,,去年\n";

    JsonNode listed =
        JSON.readTree(post("?dryRun=true", more.getBytes(UTF_8)).body()).at("/listed");

    assertThat(listed.at("/created").asInt()).as(listed.toString()).isEqualTo(1);
    assertThat(listed.at("/changed").asInt()).isEqualTo(1);
    assertThat(listed.at("/unchanged").asInt()).isEqualTo(1);
    assertThat(listed.at("/rows").valueStream().map(ImportingRegistersTest::shortly))
        .containsExactly("2 丑新群 CREATED", "3 丑旧群 CHANGED", "4 丑同群 UNCHANGED");
    assertThat(groups("丑旧群")).contains("2024-01-01", "值班").doesNotContain("巡查");
    JsonNode done = JSON.readTree(post("", more.getBytes(UTF_8)).body());
    assertThat(done.at("/listed")).isEqualTo(listed);
    String id = done.at("/id").asString();
    assertThat(JSON.readTree(town.send("GET", "/api/v1/imports/" + id, null).body()))
        .isEqualTo(done);
  }

  private static String shortly(JsonNode row) {
    return row.at("/row").asInt()
        + " "
        + row.at("/name").asString()
        + " "
        + row.at("/effect").asString();
  }

  /** The platform counts what it makes people say. */
  private void whatWasSaidAboutItIsTold(String id) {
    try (var events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      JsonNode told = JSON.readTree(events.about(id, 1).getFirst().value());
      assertThat(told.at("/answers").asInt()).isEqualTo(1);
      assertThat(told.at("/actor/role").asString()).isEqualTo("town-office");
    }
  }

  private HttpResponse<String> post(String query, byte[] register) {
    HttpResponse<String> answer = town.send("POST", "/api/v1/imports" + query, register);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private void dissolve(String name) {
    String id = JSON.readTree(groups(name)).at("/items/0/groupId").asString();
    Asking json = town.with("Content-Type", "application/json");
    json.send(
        "POST",
        "/api/v1/groups/" + id + "/decisions",
        "{\"kind\":\"DISSOLVE\",\"reason\":\"停用\"}".getBytes(UTF_8));
    var done = json.send("POST", "/api/v1/groups/" + id + "/execution", "{}".getBytes(UTF_8));
    assertThat(done.body()).contains("DISSOLVED");
  }

  private String groups(String name) {
    String asked = java.net.URLEncoder.encode(name, UTF_8);
    return town.send("GET", "/api/v1/groups?q=" + asked, null).body();
  }

  private static JsonNode report(HttpResponse<String> answer) {
    return JSON.readTree(answer.body()).at("/report");
  }
}
