package cn.jianfu.group;

import static cn.jianfu.group.ServiceOverTime.GROUPS;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.contracts.supervision.RuleV1;
import cn.jianfu.group.reference.KnownDistrict;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.testkit.Asking;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever renames a group files the new name, by whichever door the filing comes. */
class RenamesOverHttpTest {

  private static final LocalDate BEGIN = LocalDate.of(2026, 5, 11);
  private static final ServiceOverTime SERVICE = new ServiceOverTime();

  @BeforeAll
  static void filingIsJudged() {
    SERVICE.today(BEGIN);
    SERVICE.declare("first", "先有的群");
    Reference reference = SERVICE.bean(Reference.class);
    RuleSetV1 known = reference.data().ruleSetOn(BEGIN).orElseThrow();
    Map<String, RuleV1> rules = new HashMap<>(known.rules());
    rules.put("G-REG", new RuleV1(true, "M", "备案", "Filing", "备案", "Filing", "", false));
    KnownDistrict.teach(
        reference,
        new RuleSetV1(
            known.id(),
            known.version() + 1,
            known.effectiveFrom(),
            rules,
            known.thresholds(),
            Map.of()));
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void aRenameThatNobodyFilesIsFoundUntilTheSameNumberIsFiledAgain() {
    declared("wr-renamed", "防汛值守群");
    file("wr-renamed", "\"filingNo\":\"备1\"");
    rename("wr-renamed", "防台值守群");

    JsonNode renamed = SERVICE.read(GROUPS + "wr-renamed");
    assertThat(renamed.path("filedName").asString()).isEqualTo("防汛值守群");
    assertThat(renamed.path("renamedOn").asString()).isEqualTo(BEGIN.toString());
    SERVICE.today(BEGIN.plusDays(7));
    assertThat(SERVICE.found("wr-renamed")).doesNotContain("G-REG");
    SERVICE.today(BEGIN.plusDays(8));
    assertThat(SERVICE.found("wr-renamed")).contains("G-REG");
    JsonNode finding = finding("wr-renamed");
    assertThat(finding.at("/evidence/kind").asString()).isEqualTo("RENAMED");
    assertThat(finding.at("/evidence/filedName").asString()).isEqualTo("防汛值守群");
    assertThat(finding.at("/reasonZh").asString())
        .as(finding.toString())
        .isEqualTo("备案：2026-05-11 更名，超过 7 天仍未办理更名备案");
    assertThat(finding.at("/reasonEn").asString())
        .isEqualTo(
            "Filing: renamed on 2026-05-11, and the new name is not filed after more than 7 days");

    file("wr-renamed", "\"filingNo\":\"备1\"");

    JsonNode filed = SERVICE.read(GROUPS + "wr-renamed");
    assertThat(filed.path("filedName").asString()).isEqualTo("防台值守群");
    assertThat(filed.path("filedOn").asString()).isEqualTo("2026-05-19");
    assertThat(filed.hasNonNull("renamedOn")).isFalse();
    assertThat(SERVICE.found("wr-renamed")).doesNotContain("G-REG");
  }

  @Test
  void whoGoesBackForADayHasNoMoreTime() {
    SERVICE.today(BEGIN);
    declared("wr-to-and-fro", "巡查群");
    file("wr-to-and-fro", "\"filingNo\":\"备7\"");
    rename("wr-to-and-fro", "打卡群");
    SERVICE.today(BEGIN.plusDays(6));
    rename("wr-to-and-fro", "巡查群");
    assertThat(SERVICE.read(GROUPS + "wr-to-and-fro").hasNonNull("renamedOn")).isFalse();
    SERVICE.today(BEGIN.plusDays(7));
    rename("wr-to-and-fro", "打卡群");

    assertThat(SERVICE.read(GROUPS + "wr-to-and-fro").path("renamedOn").asString())
        .isEqualTo(BEGIN.toString());
    SERVICE.today(BEGIN.plusDays(8));
    assertThat(SERVICE.found("wr-to-and-fro")).contains("G-REG");
  }

  @Test
  void aRegisterFilesTheNameOfItsRowUnlessItsDayIsThatOfTheNameBefore() {
    SERVICE.today(BEGIN);
    declared("wr-listed", "迎检资料群");
    file("wr-listed", "\"filingNo\":\"备2\",\"filedOn\":\"2026-04-01\"");
    rename("wr-listed", "资料汇总群");

    String row = "资料汇总群,企业微信,wr-listed,备2,";
    assertThat(imported(row + "2026-04-01").at("/report/unchanged").asInt()).isEqualTo(1);
    assertThat(SERVICE.read(GROUPS + "wr-listed").path("filedName").asString()).isEqualTo("迎检资料群");

    JsonNode done = imported(row + "2026-05-11");
    assertThat(SERVICE.read(GROUPS + "wr-listed").path("filedName").asString()).isEqualTo("资料汇总群");
    file("wr-listed", "\"filingNo\":\"备2\",\"name\":\"汇总群\"");
    String undo = "/api/v1/imports/" + done.at("/id").asString() + "/undo";
    String inTheWay = clerk().send("POST", undo, null).body();
    assertThat(inTheWay).contains("register.undo-filed");
  }

  @Test
  void anImportThatIsUndoneGivesTheFilingBackWithItsName() {
    SERVICE.today(BEGIN);
    declared("wr-undone", "村务公开群");
    file("wr-undone", "\"filingNo\":\"备3\"");
    JsonNode before = SERVICE.read(GROUPS + "wr-undone");

    JsonNode wrong = imported("公开事项群,企业微信,wr-undone,备3,");
    assertThat(SERVICE.read(GROUPS + "wr-undone").path("filedName").asString()).isEqualTo("公开事项群");
    String undone =
        clerk()
            .send("POST", "/api/v1/imports/" + wrong.at("/id").asString() + "/undo", null)
            .body();

    assertThat(undone).contains("\"UNDONE\"");
    JsonNode now = SERVICE.read(GROUPS + "wr-undone");
    assertThat(now.path("filedName")).isEqualTo(before.path("filedName"));
    assertThat(now.path("name")).isEqualTo(before.path("name"));
    assertThat(now.path("renamedOn")).isEqualTo(before.path("renamedOn"));
  }

  @Test
  void anEventTellsTheNameThatWasFiled() {
    SERVICE.today(BEGIN);
    declared("wr-pushed", "春耕联络群");
    String event =
        """
        {"specversion":"1.0","id":"filed-%1$s","source":"/towns/%1$s","type":"town.group-filed.v1",
         "subject":"%1$s/WECOM/wr-pushed",
         "data":{"filingNo":"备4","name":"春耕工作群","filedOn":"2026-05-02"}}\
        """
            .formatted(XINDIAN);
    var answer =
        SERVICE
            .town
            .with("Content-Type", "application/cloudevents+json")
            .send("POST", "/api/v1/events", event.getBytes(UTF_8));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(SERVICE.read(GROUPS + "wr-pushed").path("filedName").asString()).isEqualTo("春耕工作群");
  }

  @Test
  void aNameOfBlanksIsNotFiled() {
    SERVICE.today(BEGIN);
    declared("wr-blank", "秋收群");
    for (String blank : new String[] {"", "  ", "\u3000"}) {
      String body = "{\"filingNo\":\"备5\",\"name\":\"" + blank + "\"}";
      assertThat(
              SERVICE
                  .town
                  .send("POST", GROUPS + "wr-blank/filing", body.getBytes(UTF_8))
                  .statusCode())
          .isEqualTo(400);
    }
  }

  /** As it was stored by a version that kept no names. */
  @Test
  void ofAnOldFilingNoRenameIsFoundAndItsNameIsKnownOnceItIsFiledAnew() {
    SERVICE.today(BEGIN);
    declared("wr-old", "护林防火群");
    file("wr-old", "\"filingNo\":\"备6\",\"filedOn\":\"2026-05-01\"");
    Mono.from(
            SERVICE
                .bean(MongoDatabase.class)
                .getCollection("groups")
                .updateOne(
                    Filters.eq("_id", XINDIAN + "/WECOM/wr-old"),
                    Updates.combine(
                        Updates.unset("state.filedName"), Updates.unset("state.renamedOn"))))
        .block();

    JsonNode old = SERVICE.read(GROUPS + "wr-old");
    assertThat(old.path("filingNo").asString()).isEqualTo("备6");
    assertThat(old.hasNonNull("filedName")).isFalse();
    rename("wr-old", "森林防火群");
    SERVICE.today(BEGIN.plusDays(8));
    assertThat(SERVICE.found("wr-old")).doesNotContain("G-REG");
    file("wr-old", "\"filingNo\":\"备6\",\"name\":\"护林防火群\"");
    JsonNode told = SERVICE.read(GROUPS + "wr-old");
    assertThat(told.path("filedName").asString()).isEqualTo("护林防火群");
    assertThat(told.path("renamedOn").asString()).isEqualTo("2026-05-11");
    assertThat(SERVICE.found("wr-old")).contains("G-REG");
  }

  /** With all that G-REG asks for, but a filing. */
  private static void declared(String id, String name) {
    SERVICE.declare(
        id,
        """
        "name":"%s","kind":"PERMANENT","purpose":"日常联络","ownerId":"o-%s","ownerUnit":"%s",
        "createdOn":"2026-01-05\"\
        """
            .formatted(name, id, XINDIAN),
        "");
  }

  private static void file(String id, String body) {
    SERVICE.send("POST", GROUPS + id + "/filing", "{" + body + "}");
  }

  private static void rename(String id, String name) {
    SERVICE.send("PUT", GROUPS + id + "/name", "{\"name\":\"" + name + "\"}");
  }

  private static JsonNode finding(String group) {
    return SERVICE.findings(group).stream()
        .filter(each -> each.path("rule").asString().equals("G-REG"))
        .findFirst()
        .orElseThrow();
  }

  private static Asking clerk() {
    return SERVICE.asking("town-office", XINDIAN).with("Content-Type", "text/csv");
  }

  private static JsonNode imported(String row) {
    String register = "群名称,平台,群号,备案号,备案日期\n" + row + "\n";
    String answer =
        clerk().send("POST", "/api/v1/imports?atomic=true", register.getBytes(UTF_8)).body();
    JsonNode record = JsonMapper.shared().readTree(answer);
    assertThat(record.at("/state").asString()).as(answer).isEqualTo("APPLIED");
    return record;
  }
}
