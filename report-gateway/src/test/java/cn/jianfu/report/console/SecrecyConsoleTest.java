package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The yearly word on secrecy over HTTP, with a real login. */
class SecrecyConsoleTest {

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

  private static Visitor town() {
    var visitor = app.as(TestIssuer.TOWN_OFFICE);
    return visitor;
  }

  @Test
  void aTownOfficeSeesThatItsWordHasExpiredAndRenewsIt() {
    var visitor = town();
    assertThat(visitor.get("/secrecy").body())
        .contains("href=\"/secrecy\" aria-current=\"page\"", "已到期", "2025-10-01", "2026-10-01");

    assertThat(visitor.post("/secrecy", "say", "STATE", "sure", "yes").body())
        .contains("已作出声明", "2026-11-23", "有效", "撤回今天的声明");
    assertThat(visitor.post("/secrecy", "say", "TAKE_BACK").body()).contains("还没有声明");
  }

  @Test
  void nothingIsStatedUnlessItWasTicked() {
    var answer = town().post("/secrecy", "say", "STATE");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("请先勾选", "aria-invalid=\"true\"");
    assertThat(app.district.secrecy.told).hasValue(0);
  }

  @Test
  void anIncidentStandsUntilItIsPutRightAndIsInTheWayOfAStatement() {
    var visitor = town();
    var reported = reported(visitor, "next-0");
    assertThat(reported.body())
        .contains("已记录", "2026-11-20", "&lt;i&gt;防汛群", "整改后才能声明")
        .doesNotContain("name=\"sure\"");

    assertThat(
            visitor
                .post(
                    "/secrecy",
                    "say",
                    "REPORT",
                    "id",
                    "next-0",
                    "found",
                    "2026-11-20",
                    "resolved",
                    "2026-11-21")
                .body())
        .contains("2026-11-21", "name=\"sure\"");
  }

  @Test
  void aReportIsFirstToldWhatItMeansAndOnlyThenMade() {
    var visitor = town();
    var group = SampleSecrecy.GROUP;
    var asked =
        visitor.post(
            "/secrecy", "say", "REPORT", "id", "next-0", "found", "2026-11-20", "group", group);

    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body())
        .contains("确认报告", "可以在整改和区级确认之前撤回", "value=\"next-0\"", "value=\"2026-11-20\"", group)
        .contains("&lt;i&gt;防汛群");
    assertThat(app.district.secrecy.told).hasValue(0);
    assertThat(visitor.get("/secrecy").body()).contains("没有报告过").doesNotContain("id=\"confirm\"");
    visitor.get("/language?to=en&back=/secrecy");
    assertThat(
            visitor.post("/secrecy", "say", "REPORT", "id", "next-0", "found", "2026-11-20").body())
        .contains("can be withdrawn until", "not said");
    assertThat(app.district.secrecy.told).hasValue(0);
  }

  @Test
  void aReportMadeInErrorIsWithdrawnWithAReasonAfterASecondWordAndStaysOnRecord() {
    var visitor = town();
    reported(visitor, "next-0");
    assertThat(visitor.get("/secrecy").body()).contains("value=\"WITHDRAW\"", "撤回报告");
    int before = app.district.secrecy.told.get();

    var asked = visitor.post("/secrecy", "say", "WITHDRAW", "id", "next-0");
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body()).contains("id=\"withdrawal\"", "不算整改", "2026-11-20", "&lt;i&gt;防汛群");
    var blank =
        visitor.post("/secrecy", "say", "WITHDRAW", "id", "next-0", "sure", "yes", "reason", " ");
    assertThat(blank.statusCode()).isEqualTo(422);
    assertThat(blank.body()).contains("请写明撤回原因", "aria-invalid=\"true\"");
    assertThat(app.district.secrecy.told).hasValue(before);

    assertThat(withdrawn(visitor, "next-0").body())
        .contains("报告已撤回", "2026-11-23 撤回：<b>看错了".replace("<", "&lt;").replace(">", "&gt;"))
        .contains("name=\"sure\"")
        .doesNotContain("value=\"WITHDRAW\"", "未整改", "value=\"next-0\"");
  }

  @Test
  void theDistrictWithdrawsForAUnitAndDoesNothingElseInItsName() {
    reported(town(), "next-0");
    var district = app.as(TestIssuer.ADMINISTRATOR);
    var there = "/secrecy?unit=" + SampleDistrict.XINDIAN;
    assertThat(district.get(there).body())
        .contains("由本单位声明", "value=\"WITHDRAW\"")
        .doesNotContain("name=\"sure\"", "value=\"STATE\"");
    assertThat(district.post(there, "say", "STATE", "sure", "yes").statusCode()).isEqualTo(403);
    assertThat(
            district
                .post(there, "say", "WITHDRAW", "id", "next-0", "sure", "yes", "reason", "镇街来电更正")
                .body())
        .contains("报告已撤回", "镇街来电更正");
    var supervisor = app.as(TestIssuer.SUPERVISOR);
    assertThat(supervisor.get(there).body()).doesNotContain("value=\"WITHDRAW\"");
    assertThat(supervisor.post(there, "say", "WITHDRAW", "id", "next-0").statusCode())
        .isEqualTo(403);
  }

  @Test
  void whatTheDistrictHasConfirmedIsNotWithdrawn() {
    var visitor = town();
    reported(visitor, SampleSecrecy.CONFIRMED);

    var answer = withdrawn(visitor, SampleSecrecy.CONFIRMED);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("区级已经确认", "value=\"WITHDRAW\"");
  }

  @Test
  void badInputIsToldAndNonsenseRefused() {
    var visitor = town();

    assertThat(report(visitor, "soon").statusCode()).isEqualTo(422);
    assertThat(report(visitor, "2026-13-41").body()).contains("请填写日期");
    assertThat(app.district.secrecy.told).hasValue(0);
    var declined = report(visitor, "2027-01-01");
    assertThat(declined.statusCode()).isEqualTo(422);
    assertThat(declined.body()).contains("不能晚于今天", "value=\"2027-01-01\"");
    for (var nonsense : new String[] {"EXPLODE", "", "state"}) {
      assertThat(visitor.post("/secrecy", "say", nonsense).statusCode()).isEqualTo(400);
    }
    assertThat(visitor.post("/secrecy", "say", "REPORT", "id", "../x").statusCode()).isEqualTo(400);
    assertThat(visitor.post("/secrecy", "say", "REPORT", "group", "x").statusCode()).isEqualTo(400);
    assertThat(visitor.postWithoutToken("/secrecy", "say", "STATE", "sure", "yes").statusCode())
        .isEqualTo(403);
  }

  @Test
  void othersLookOnOrFindNothing() {
    var supervisor = app.as(TestIssuer.SUPERVISOR);
    assertThat(supervisor.get("/secrecy?unit=" + SampleDistrict.XINDIAN).body())
        .contains("由本单位声明")
        .doesNotContain("name=\"sure\"", "<details");
    assertThat(supervisor.post("/secrecy", "say", "STATE", "sure", "yes").statusCode())
        .isEqualTo(403);
    assertThat(town().get("/secrecy?unit=350213102000").statusCode()).isEqualTo(404);
    assertThat(
            town().post("/secrecy?unit=350213102000", "say", "STATE", "sure", "yes").statusCode())
        .isEqualTo(404);
    assertThat(app.district.secrecy.told).hasValue(0);
  }

  @Test
  void whenTheServiceIsAwayNothingLooksSaved() {
    app.district.groupServiceAway = true;
    var visitor = town();

    assertThat(visitor.get("/secrecy").body()).contains("现在看不到保密声明");
    var answer = visitor.post("/secrecy", "say", "STATE", "sure", "yes");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("不知道是否已保存");
  }

  private static HttpResponse<String> reported(Visitor visitor, String id) {
    return visitor.post(
        "/secrecy",
        "say",
        "REPORT",
        "id",
        id,
        "found",
        "2026-11-20",
        "group",
        SampleSecrecy.GROUP,
        "sure",
        "yes");
  }

  private static HttpResponse<String> withdrawn(Visitor visitor, String id) {
    return visitor.post("/secrecy", "say", "WITHDRAW", "id", id, "sure", "yes", "reason", "<b>看错了");
  }

  private static java.net.http.HttpResponse<String> report(Visitor visitor, String day) {
    return visitor.post("/secrecy", "say", "REPORT", "id", "next-0", "found", day, "sure", "yes");
  }
}
