package cn.jianfu.report.console;

import static cn.jianfu.report.console.SampleRegister.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.UnjudgedTold;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register over HTTP, with a real login. */
class RegisterConsoleTest {

  private static final TestIssuer.User TOWN =
      new TestIssuer.User("u-9", "洪主任", SampleRegister.TOWN, List.of("town-office"));
  private static final TestIssuer.User DISCIPLINE =
      new TestIssuer.User("u-8", "纪委", SampleRegisterDistrict.ROOT, List.of("discipline"));

  private static ConsoleApp app;

  @BeforeAll
  static void start() {
    app = ConsoleApp.start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @BeforeEach
  void asAlways() {
    app.district.reset();
  }

  @Test
  void theRegisterIsShownWithWhatIsToBeDone() {
    var page = app.as(TOWN).get("/register");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("href=\"/register\" aria-current=\"page\"", "新店镇工作群台账", "共 64 个群")
        .contains("=1+2&lt;b&gt;防汛", "name=\"id\"", "choose-all", "value=\"2026-12-07\"")
        .doesNotContain("<b>防汛");
    assertThat(app.as(TOWN).get("/register?todo=execute").body())
        .contains("逾期未执行", "name=\"todo\" value=\"execute\"");
  }

  @Test
  void whatARuleCouldNotJudgeIsListedWithWhatIsMissing() {
    var address = "/register?unjudged=G-ZOMB";
    assertThat(app.as(TOWN).get(address).body())
        .as("nobody has told")
        .contains("工作群服务没有回应", "共 0 个群");

    app.district.register.unjudged =
        new UnjudgedTold.Known(SampleRegister.TODAY, Set.of(id(4), id(9), "elsewhere"));
    assertThat(app.as(TOWN).get(address).body())
        .contains("2026-11-23 研判时，“僵尸群”无法研判的群", "每日活跃数据", "共 2 个群")
        .contains("value=\"G-ZOMB\" selected");
    var english = app.as(TOWN);
    english.get("/language?to=en&back=/");
    assertThat(english.get(address).body()).contains("could not judge on 2026-11-23");

    app.district.register.unjudged = new UnjudgedTold.Known(SampleRegister.TODAY, Set.of());
    assertThat(app.as(TOWN).get(address).body()).contains("没有无法研判的群", "共 0 个群");
    app.district.register.unjudged = new UnjudgedTold.Known(null, Set.of());
    assertThat(app.as(TOWN).get(address).body()).contains("还没有研判过");
    app.district.register.unjudged = new UnjudgedTold.Nothing(Degraded.REFUSED);
    assertThat(app.as(TOWN).get(address).body()).contains("您的账号查不到");
    assertThat(app.as(TOWN).get("/register?unjudged=%3Cx%3E").body())
        .as("no rule")
        .contains("共 64 个群")
        .doesNotContain("id=\"gap\"");
  }

  @Test
  void whoDoesNotDecideLooksOn() {
    for (var user : List.of(TestIssuer.SUPERVISOR, DISCIPLINE)) {
      var visitor = app.as(user);
      assertThat(visitor.get("/register?town=" + SampleRegister.TOWN).body())
          .contains("由镇街或部门处置", "共 64 个群")
          .doesNotContain("name=\"id\"", "name=\"action\"", "choose-all");
      for (var path : List.of("/register", "/register/preview", "/register/decisions")) {
        assertThat(dissolve(visitor, path, id(4)).statusCode()).as(path).isEqualTo(403);
      }
    }
    assertThat(app.district.register.heard).isEmpty();
  }

  @Test
  void anotherTownIsNotThere() {
    var visitor = app.as(TOWN);
    for (var path : List.of("/register", "/register.csv")) {
      assertThat(visitor.get(path + "?town=350213102000").statusCode()).isEqualTo(404);
      assertThat(visitor.get(path + "?town=nonsense").statusCode()).isEqualTo(404);
    }
    for (var path : List.of("/register", "/register/preview", "/register/decisions")) {
      assertThat(dissolve(visitor, path + "?town=350213102000", id(4)).statusCode()).isEqualTo(404);
    }
    assertThat(dissolve(visitor, "/register/decisions", "350213102000/QQ/x").statusCode())
        .isEqualTo(404);
    assertThat(app.district.register.heard).isEmpty();
  }

  @Test
  void aDepartmentDecidesAboutNoGroupOfItsTown() {
    var visitor = app.as(TestIssuer.TOWN_OFFICE);

    assertThat(dissolve(visitor, "/register/decisions", id(3), id(2)).statusCode()).isEqualTo(404);
    assertThat(app.district.register.heard).isEmpty();
    assertThat(dissolve(visitor, "/register/decisions", id(3), id(4)).body())
        .contains("1 个群已完成", "1 个群已不在您可以处置的台账中");
    assertThat(app.district.register.heard).containsExactly("k1 " + id(4));
  }

  @Test
  void nothingHappensBeforeItIsConfirmedAndAChangeOfMindKeepsWhatWasTyped() {
    var visitor = app.as(TOWN);
    var preview = dissolve(visitor, "/register/preview?state=ACTIVE", id(4), id(9), id(2));

    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body())
        .contains("3 个群中有 2 个可以处置", "已有尚未执行的处置决定，请先执行或撤回。", "待解散")
        .contains("执行期限 2026-12-20", "确认解散（2 个群）", "key-0", "value=\"3 " + id(4))
        .contains("state=ACTIVE");
    assertThat(app.district.register.heard).isEmpty();

    var back = dissolve(visitor, "/register?state=ACTIVE", id(4), id(9), id(2)).body();
    assertThat(back).contains("闲置 &lt;i&gt;", "value=\"2026-12-20\"", "已选、不在本页的群");
    assertThat(count(back, "name=\"id\" value=\"[^\"]*\" checked")).isEqualTo(3);
    assertThat(count(back, "value=\"" + Pattern.quote(id(9)) + "\" checked")).isEqualTo(1);
    assertThat(back).containsPattern("value=\"DISSOLVE\"[^>]* checked");
  }

  @Test
  void whatWasDoneAndWhatWasNotIsToldAndCanBeUndone() {
    var visitor = app.as(TOWN);
    app.district.register.silent.add(id(2));
    var result = dissolve(visitor, "/register/decisions", id(4), id(9), id(2));

    assertThat(result.statusCode()).isEqualTo(200);
    assertThat(result.body())
        .contains("1 个群已完成", "1 个群没有处置", "1 个群没有得到回应", "请先执行或撤回")
        .contains("再送一次（1 个群）", "撤回这些决定（1 个群）", "name=\"key\" value=\"k1-undo\"")
        .contains("name=\"key\" value=\"k1\"");

    app.district.register.silent.clear();
    var again = dissolve(visitor, "/register/decisions", id(2));
    assertThat(again.body()).contains("1 个群已完成").doesNotContain("没有得到回应");
    dissolve(visitor, "/register/decisions", id(2));
    assertThat(app.district.register.told).hasSize(2);

    var undone =
        visitor.post("/register/decisions", "action", "WITHDRAW", "key", "k1-undo", "id", id(4));
    assertThat(undone.body()).contains("1 个群已完成", "在用").doesNotContain("name=\"key\"");
  }

  @Test
  void aMistakenDeclarationIsWithdrawnFromTheGroupsPageOnceItIsConfirmed() {
    var visitor = app.as(TOWN);
    String page = "/groups?id=" + URLEncoder.encode(SampleDistrict.MISTAKEN, UTF_8);
    assertThat(visitor.get(page).body()).contains("value=\"UNDECLARE\"", "撤回误报登记");
    assertThat(app.as(DISCIPLINE).get(page).body()).doesNotContain("UNDECLARE");
    assertThat(visitor.get("/groups?id=" + SampleDistrict.GROUP).body())
        .as("to be dissolved, and in use")
        .doesNotContain("UNDECLARE");

    var preview = undeclare(visitor, "/register/preview", id(4), id(9));
    assertThat(preview.body())
        .contains("2 个群中有 1 个可以处置", "任何一天都不计入", "已撤回", "确认撤回误报登记（1 个群）")
        .contains("不能处置：该群登记后已作出处置决定，登记不能撤回。");
    assertThat(app.district.register.heard).isEmpty();
    var done = undeclare(visitor, "/register/decisions", id(4));
    assertThat(done.body()).contains("1 个群已完成", "已撤回").doesNotContain("name=\"key\"");
    assertThat(undeclare(visitor, "/register/decisions", id(9)).statusCode()).isEqualTo(409);
  }

  private static HttpResponse<String> undeclare(Visitor by, String path, String... ids) {
    var form = new ArrayList<>(List.of("action", "UNDECLARE", "key", "k-1"));
    List.of(ids).forEach(id -> form.addAll(List.of("id", id)));
    return by.post(path, form.toArray(String[]::new));
  }

  @Test
  void whenNobodyAnswersNothingLooksDone() {
    app.district.register.silent.add(id(4));
    var visitor = app.as(TOWN);

    assertThat(dissolve(visitor, "/register/preview", id(4)).body())
        .contains("工作群服务没有回应")
        .doesNotContain("确认解散");
    var result = dissolve(visitor, "/register/decisions", id(4));
    assertThat(result.statusCode()).isEqualTo(503);
    assertThat(result.body()).contains("不知道是否已处置").doesNotContain("已完成");
  }

  @Test
  void whatIsMissingIsToldAtItsField() {
    var visitor = app.as(TOWN);
    var answer =
        visitor.post(
            "/register/preview", "id", id(4), "action", "MERGE", "reason", "", "due", "soon");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("请填写理由。", "请选择并入哪个群。", "请填写日期", "aria-invalid=\"true\"", "value=\"soon\"");
    assertThat(visitor.post("/register/preview", "action", "KEEP", "reason", "x").body())
        .contains("还没有选择群");
    var unasked =
        visitor.post(
            "/register/decisions", "id", id(4), "action", "KEEP", "key", "k", "reason", " ");
    assertThat(unasked.statusCode()).isEqualTo(422);
    assertThat(app.district.register.heard).isEmpty();
  }

  @Test
  void aMergeThatWasWorkedOutWaitsForItsReason() {
    var visitor = app.as(TOWN);
    assertThat(visitor.get("/towns/" + SampleRegister.TOWN + "/clusters").body())
        .contains("/register/preview?town=350213101000", "name=\"action\" value=\"MERGE\"", "按此合并");
    assertThat(
            app.as(TestIssuer.SUPERVISOR).get("/towns/" + SampleRegister.TOWN + "/clusters").body())
        .doesNotContain("/register/preview");

    var town = app.as(TOWN);
    var page =
        town.post(
            "/register/preview", "action", "MERGE", "target", id(2), "id", id(2), "id", id(4));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("请补全下面的内容")
        .doesNotContain("请填写理由。", "确认合并")
        .containsPattern("value=\"" + Pattern.quote(id(2)) + "\" selected");
  }

  @Test
  void nonsenseIsRefusedAndNeverAFailure() {
    var visitor = app.as(TOWN);
    for (var path : List.of("/register/preview", "/register/decisions", "/register")) {
      assertThat(visitor.post(path, "action", "EXPLODE").statusCode()).isEqualTo(400);
      assertThat(visitor.post(path, "id", "../../x").statusCode()).isEqualTo(400);
      assertThat(visitor.post(path, "id", id(4), "seen", "x").statusCode()).isEqualTo(400);
      assertThat(visitor.post(path, "id", id(4), "key", "a b").statusCode()).isEqualTo(400);
      assertThat(visitor.postWithoutToken(path, "id", id(4)).statusCode()).isEqualTo(403);
    }
    assertThat(
            visitor
                .post("/register/decisions", "id", id(4), "action", "KEEP", "reason", "x")
                .statusCode())
        .isEqualTo(400);
    assertThat(
            visitor
                .get("/register?page=-1&state=%00&unit=%27&rule=%3Cx%3E&todo=x&q=%25%7B&platform=1")
                .statusCode())
        .isEqualTo(200);
    assertThat(visitor.get("/register?q=%7Bx%7D%22%3E&page=99999").statusCode()).isEqualTo(200);
    assertThat(app.district.register.heard).isEmpty();
  }

  @Test
  void aSpreadsheetComputesNothingOfIt() {
    var file = app.as(TOWN).get("/register.csv?q=%3D1");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    // The import of registers knows them: see ImportingTheConsolesTableTest of group-service.
    assertThat(file.body())
        .startsWith(
            "\uFEFF\"群名称\",\"平台群号\",\"平台\",\"单位\",\"群状态\",\"处置决定\",\"决定日期\",\"执行期限\","
                + "\"执行日期\",\"存量问题\",\"规则\",\"成员数\",\"名单人数\",\"最近活跃\",\"数据来源\"\r\n")
        .contains("\"'=1+2<b>防汛</b>\"\"群\"\"\"");
    assertThat(file.body().lines()).hasSize(2);
    var english = app.as(TOWN);
    english.get("/language?to=en&back=/register");
    assertThat(english.get("/register.csv").body())
        .startsWith(
            "\uFEFF\"Group\",\"Platform id\",\"Platform\",\"Unit\",\"Group status\","
                + "\"Cleanup decision\",\"Decided\",\"Due\",\"Executed\",\"Open findings\",\"Rule\","
                + "\"Members\",\"Members listed\",\"Last active\",\"Source\"\r\n");
    assertThat(app.as(TOWN).get("/register.csv").body().lines()).hasSize(65);
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  private static HttpResponse<String> dissolve(Visitor by, String path, String... ids) {
    var form = new String[10 + 2 * ids.length];
    var begin =
        List.of(
            "action",
            "DISSOLVE",
            "reason",
            "闲置 <i>",
            "due",
            "2026-12-20",
            "key",
            "k1",
            "round",
            "open");
    for (int at = 0; at < 10; at++) {
      form[at] = begin.get(at);
    }
    for (int at = 0; at < ids.length; at++) {
      form[10 + 2 * at] = "id";
      form[11 + 2 * at] = ids[at];
    }
    return by.post(path, form);
  }
}
