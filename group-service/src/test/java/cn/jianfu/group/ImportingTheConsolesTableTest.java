package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN_OFFICE;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN_OFFICE_EN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.Asking;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table that the console gives out is a register; sent back as it is, it changes nothing. */
class ImportingTheConsolesTableTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** As the gateway's RegisterConsoleTest sees them. */
  private static final String HEADINGS =
      "\"群名称\",\"平台群号\",\"平台\",\"单位\",\"群状态\",\"处置决定\",\"决定日期\",\"执行期限\",\"执行日期\","
          + "\"存量问题\",\"规则\",\"成员数\",\"名单人数\",\"最近活跃\",\"数据来源\"";

  private static final String ENGLISH =
      "\"Group\",\"Platform id\",\"Platform\",\"Unit\",\"Group status\",\"Cleanup decision\","
          + "\"Decided\",\"Due\",\"Executed\",\"Open findings\",\"Rule\",\"Members\",\"Members listed\",\"Last active\","
          + "\"Source\"";

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);
  private final Asking town = service.clerk(XINDIAN);

  @Test
  void sentBackAsItIsItChangesNothingInEitherLanguage() {
    imported(
        "群名称,主管单位,平台,用途,群号,处置意见\n返留群,党政办,微信,值班,,保留\n返散群,党政办,企业微信,值班,wr-back-1,解散\n"
            + "=返式群,党政办,QQ,值班,,\n");
    String zh =
        "\uFEFF"
            + HEADINGS
            + "\r\n"
            + row("返留群", "微信", "新店镇党政办", "已登记", "保留", "接口")
            + row("返散群", "企业微信", "新店镇党政办", "待解散", "解散", "登记")
            + row("=返式群", "QQ", "新店镇党政办", "已登记", "", "导入");
    StoredState before = StoredState.of(database).without("imports");

    JsonNode back = imported(zh);

    assertThat(back.at("/questions").size()).as(back.toString()).isZero();
    assertThat(back.at("/report/messages").size()).as(back.toString()).isZero();
    assertThat(back.at("/listed/unchanged").asInt()).isEqualTo(3);
    JsonNode english =
        imported(
            zh.replace(HEADINGS, ENGLISH)
                .replace("\"微信\"", "\"WeChat\"")
                .replace("\"企业微信\"", "\"WeCom\"")
                .replace("\"新店镇党政办\"", '"' + XINDIAN_OFFICE_EN + '"')
                .replace("\"保留\"", "\"Keep\"")
                .replace("\"解散\"", "\"Dissolve\""));
    assertThat(english.at("/questions").size()).as(english.toString()).isZero();
    assertThat(english.at("/listed/unchanged").asInt()).as(english.toString()).isEqualTo(3);
    assertThat(StoredState.of(database).without("imports")).isEqualTo(before);
  }

  @Test
  void whatTheClerkChangesInItIsWhatChanges() {
    imported("群名称,主管单位,平台,用途\n返改群,党政办,微信,值班\n");
    String id = idOf("返改群");
    String line = row("返改群", "微信", "新店镇党政办", "已登记", "", "导入").replace("\"返改群\"", "\"返更群\"");

    JsonNode back = imported(HEADINGS + "\r\n" + line);

    assertThat(back.at("/listed/changed").asInt()).as(back.toString()).isEqualTo(1);
    assertThat(idOf("返更群")).isEqualTo(id);
    String elsewhere = line.replace(id, id + "0");
    JsonNode unknown = imported(HEADINGS + "\r\n" + elsewhere.replace("返更群", "返外群"));
    assertThat(unknown.at("/report/messages/0/code").asString())
        .isEqualTo("register.group-not-known");
  }

  @Test
  void aGroupThatWasOnlySeenIsNotDeclaredByItsRow() {
    String id = XINDIAN_OFFICE + "/WECOM/wr-back-seen";
    service
        .as("town-system", XINDIAN)
        .put()
        .uri("/api/v1/groups/" + id + "/activity/2026-11-01")
        .bodyValue(Map.of("messages", 3))
        .exchange()
        .expectStatus()
        .isOk();
    String line = seen(id, "企业微信", "新店镇党政办", "未登记");

    JsonNode zh = imported(HEADINGS + "\r\n" + line);
    JsonNode en = imported(ENGLISH + "\r\n" + seen(id, "WeCom", XINDIAN_OFFICE_EN, "Not declared"));

    for (JsonNode back : new JsonNode[] {zh, en}) {
      assertThat(back.at("/listed/skipped").asInt()).as(back.toString()).isEqualTo(1);
      assertThat(back.at("/listed/created").asInt()).isZero();
      assertThat(back.at("/report/messages/0/code").asString()).isEqualTo("register.observed");
      assertThat(back.at("/report/messages/0/outcome").asString()).isEqualTo("SKIPPED");
    }
    assertThat(stateOf(id)).isEqualTo("OBSERVED");

    JsonNode meant = imported(HEADINGS + "\r\n" + line.replace("未登记", ""));
    assertThat(meant.at("/report/accepted").asInt()).as(meant.toString()).isEqualTo(1);
    assertThat(stateOf(id)).isEqualTo("DECLARED");
  }

  @Test
  void whatIsReadAndNotKeptIsSaidOncePerColumnInADryRunToo() {
    String register = "群名称,主管单位,平台,用途,成员数,备注\n数甲群,党政办,微信,值班,12,很忙\n数乙群,党政办,微信,值班,13,不忙\n";
    for (String address : new String[] {"/api/v1/imports?dryRun=true", "/api/v1/imports"}) {
      JsonNode answer = sent(address, register);
      assertThat(answer.at("/notes").size()).as(answer.toString()).isEqualTo(1);
      assertThat(answer.at("/notes/0/column").asString()).isEqualTo("F");
      assertThat(answer.at("/notes/0/heading").asString()).isEqualTo("备注");
      assertThat(answer.at("/notes/0/code").asString()).isEqualTo("register.not-kept-remark");
      assertThat(answer.at("/notes/0/message").asString()).startsWith("能识别，但不保存");
      assertThat(answer.at("/report/messages").size()).isZero();
      String kept = town.send("GET", "/api/v1/imports/" + answer.at("/id").asString(), null).body();
      assertThat(JSON.readTree(kept).at("/notes").size()).isEqualTo(1);
    }
    JsonNode blank = imported("群名称,主管单位,平台,用途,成员数,备注\n数丙群,党政办,微信,值班,,\n");
    assertThat(blank.at("/notes").size()).as(blank.toString()).isZero();
  }

  @Test
  void howManyMembersARegisterSaysIsKeptAndABlankTakesNothingAway() {
    imported("群名称,主管单位,平台,用途,成员数\n员甲群,党政办,微信,值班,45人\n");
    assertThat(membersOf("员甲群")).isEqualTo(45);

    JsonNode blank = imported("群名称,主管单位,平台,用途,成员数\n员甲群,党政办,微信,值班,\n");
    assertThat(blank.at("/listed/unchanged").asInt()).as(blank.toString()).isEqualTo(1);
    assertThat(membersOf("员甲群")).isEqualTo(45);

    JsonNode more = imported("群名称,主管单位,平台,用途,成员数\n员甲群,党政办,微信,值班,52\n");
    assertThat(more.at("/listed/changed").asInt()).as(more.toString()).isEqualTo(1);
    assertThat(membersOf("员甲群")).isEqualTo(52);
  }

  private int membersOf(String name) {
    String answer = town.send("GET", "/api/v1/groups/" + idOf(name), null).body();
    return JSON.readTree(answer).at("/memberCount").asInt(-1);
  }

  private static String seen(String id, String platform, String unit, String state) {
    return String.join(
            ",",
            quoted("wr-back-seen"),
            quoted(id),
            quoted(platform),
            quoted(unit),
            quoted(state),
            "\"\",\"\",\"\",\"\",\"1\",\"\",\"\",\"2026-11-01\",\"\"")
        + "\r\n";
  }

  private String stateOf(String id) {
    return JSON.readTree(town.send("GET", "/api/v1/groups/" + id, null).body())
        .at("/state")
        .asString();
  }

  private String row(
      String name, String platform, String unit, String state, String decision, String source) {
    String shown = name.startsWith("=") ? "'" + name : name;
    return String.join(
            ",",
            quoted(shown),
            quoted(idOf(name)),
            quoted(platform),
            quoted(unit),
            quoted(state),
            quoted(decision),
            quoted(decision.isEmpty() ? "" : "2026-11-20"),
            quoted(decision.isEmpty() ? "" : "2026-12-04"),
            quoted(""),
            quoted("2"),
            quoted("僵尸群"),
            quoted(""),
            quoted("45"),
            quoted("2026-11-22"),
            quoted(source))
        + "\r\n";
  }

  private static String quoted(String cell) {
    return '"' + cell + '"';
  }

  private JsonNode imported(String register) {
    return sent("/api/v1/imports", register);
  }

  private JsonNode sent(String address, String register) {
    HttpResponse<String> answer = town.send("POST", address, register.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private String idOf(String name) {
    String asked = URLEncoder.encode(name, UTF_8);
    String found = town.send("GET", "/api/v1/groups?q=" + asked, null).body();
    return JSON.readTree(found).at("/items/0/groupId").asString();
  }
}
