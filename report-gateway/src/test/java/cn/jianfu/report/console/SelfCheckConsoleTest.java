package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.group.Degraded;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The self-check over HTTP, with a real login. */
class SelfCheckConsoleTest {

  private static ConsoleApp app;

  private static SampleSelfChecks lists() {
    return app.district.selfChecks;
  }

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
  void aTownOfficeFindsItsListAndTheWayToIt() {
    var page = town().get("/self-check");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("href=\"/self-check\" aria-current=\"page\"")
        .contains("2026 年秋季专项整治")
        .contains("2026-11-30")
        .contains("已答复 11 / 44");
  }

  private static HttpResponse<String> agree(Visitor visitor, int at) {
    return visitor.post(
        "/self-check", "group", SampleSelfChecks.id(at), "seen", "DISSOLVE", "choice", "AGREE");
  }

  @Test
  void anAgreementReplacesTheGroupAndIsAnnounced() {
    var answer = agree(town(), 1);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("<html").contains("已同意解散");
    assertThat(answer.headers().firstValue("HX-Trigger-After-Settle")).isPresent();
    assertThat(lists().get(1).decided()).isEqualTo("DISSOLVE");
  }

  @Test
  void anAnswerOfItsOwnIsTakenWithItsReasonAndCanBeChanged() {
    var visitor = town();
    var answer = contest(visitor, 1, "MERGE", SampleSelfChecks.id(31), "两个群人员相同");
    assertThat(answer.body()).contains("改为合并").contains("两个群人员相同").contains("更改答复");
    assertThat(lists().get(1).decided()).isEqualTo("MERGE");
    contest(visitor, 1, "KEEP", "", "防汛期间仍在使用");
    assertThat(lists().get(1).decided()).isEqualTo("KEEP");
    agree(visitor, 1);
    assertThat(lists().get(1).answer()).isEqualTo("CONFIRMED");
  }

  @Test
  void badInputIsToldAtTheFormAndChangesNothing() {
    var visitor = town();
    assertWrong(contest(visitor, 1, "KEEP", "", "不对"), "理由至少 5 个字");
    assertWrong(contest(visitor, 1, "KEEP", "", "  "), "请填写理由");
    assertWrong(contest(visitor, 1, "KEEP", "", "长".repeat(501)), "理由最多 500 个字");
    assertWrong(contest(visitor, 1, "", "", "防汛期间仍在使用"), "请选择一种决定");
    assertWrong(contest(visitor, 1, "MERGE", "", "两个群人员相同"), "请选择并入哪个群");
    assertWrong(contest(visitor, 1, "MERGE", SampleSelfChecks.id(1), "两个群人员相同"), "请选择并入哪个群");
    assertWrong(contest(visitor, 1, "MERGE", "350213102000/WECHAT/g", "两个群人员相同"), "请选择并入哪个群");
    assertThat(lists().told).hasValue(0);
  }

  private static void assertWrong(HttpResponse<String> answer, String text) {
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("HX-Retarget").orElse("")).startsWith("#said-");
    assertThat(answer.body()).contains(text).doesNotContain("<html");
  }

  @Test
  void nonsenseIsRefused() {
    var visitor = town();
    assertThat(contest(visitor, 1, "EXPLODE", "", "防汛期间仍在使用").statusCode()).isEqualTo(400);
    assertThat(visitor.post("/self-check", "choice", "AGREE").statusCode()).isEqualTo(400);
    assertThat(visitor.post("/self-check", "group", "../x", "choice", "AGREE").statusCode())
        .isEqualTo(400);
    assertThat(visitor.get("/self-check?unit=%3Cb%3E").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/self-check?unit=").statusCode()).isEqualTo(404);
    assertThat(lists().told).hasValue(0);
  }

  @Test
  void aFormWithoutTheTokenChangesNothing() {
    var visitor = town();
    var answer =
        visitor.postWithoutToken(
            "/self-check", "group", SampleSelfChecks.id(1), "choice", "AGREE", "seen", "DISSOLVE");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(lists().told).hasValue(0);
  }

  @Test
  void aFormOfASessionThatIsOverLeadsToTheLogin() {
    var stranger = new Visitor(app, HttpClient.Redirect.NEVER);
    var answer = stranger.postWithoutToken("/self-check", "group", "x", "_csrf", "old");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("403");
  }

  @Test
  void aSupervisorLooksOnAndDecidesNothing() {
    var visitor = app.as(TestIssuer.SUPERVISOR);
    var page = visitor.get("/self-check?unit=" + SampleDistrict.XINDIAN);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("已答复 11 / 44")
        .contains("由镇街或部门答复")
        .doesNotContain("<details")
        .doesNotContain("agree-all")
        .doesNotContain("href=\"/self-check\"");
    assertThat(visitor.get("/towns/" + SampleDistrict.XINDIAN).body())
        .contains("href=\"/self-check?unit=350213101000\"");
    assertThat(agree(visitor, 1).statusCode()).isEqualTo(403);
    assertThat(visitor.get("/self-check/all?unit=350213101000").statusCode()).isEqualTo(403);
    assertThat(visitor.post("/self-check/all?unit=350213101000", "seen", "x").statusCode())
        .isEqualTo(403);
    assertThat(lists().told).hasValue(0);
  }

  @Test
  void anotherUnitIsAnsweredAsIfItDidNotExist() {
    var visitor = town();
    for (var unit : new String[] {"350213102000", "350213101000", "999999999999"}) {
      assertThat(visitor.get("/self-check?unit=" + unit).statusCode()).as(unit).isEqualTo(404);
      assertThat(
              visitor
                  .post(
                      "/self-check?unit=" + unit,
                      "group",
                      SampleSelfChecks.id(1),
                      "choice",
                      "AGREE")
                  .statusCode())
          .isEqualTo(404);
    }
    assertThat(lists().told).hasValue(0);
  }

  @Test
  void agreeingToEverythingSaysFirstWhatItDecides() {
    var visitor = town();
    var question = visitor.get("/self-check/all");
    assertThat(question.body()).contains("同意 33 条建议？").contains(">13<", ">8<", ">10<", ">2<");
    var done = visitor.post("/self-check/all", "seen", seen(question.body()));
    assertThat(done.body()).contains("已同意 33 条建议").contains("已答复 44 / 44");
    assertThat(lists().items).noneMatch(SelfCheckItem::open);
  }

  @Test
  void whatHasChangedSinceItWasSeenIsNotAgreedTo() {
    var visitor = town();
    var seen = seen(visitor.get("/self-check/all").body());
    agree(visitor, 1);
    var answer = visitor.post("/self-check/all", "seen", seen);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("没有提交").contains("同意 32 条建议？");
    assertThat(visitor.post("/self-check/all").statusCode()).isEqualTo(409);
    assertThat(lists().told).hasValue(1);
  }

  @Test
  void anAgreementToWhatWasNotSeenIsTold() {
    var answer =
        town()
            .post(
                "/self-check", "group", SampleSelfChecks.id(1), "seen", "KEEP", "choice", "AGREE");
    assertThat(answer.body()).contains("建议在您打开页面后有变化");
  }

  @Test
  void whatStandsAgainstADecisionIsToldAtItsGroup() {
    lists().problems = Map.of(SampleSelfChecks.id(1), "目标群已解散。", SampleSelfChecks.id(4), "工作群已归档。");
    var answer = agree(town(), 1);
    assertThat(answer.body())
        .contains("决定没有生效：目标群已解散。")
        .contains("决定没有生效：工作群已归档。")
        .containsPattern("id=\"i-" + lists().get(4).key() + "\"[^>]* hx-swap-oob=\"true\"");
  }

  @Test
  void whyAnAnswerIsNotTakenIsToldAndSoIsHowToGoOn() {
    var visitor = town();
    assertNotTaken(visitor, "AWAY", 503, "没有收到工作群服务的回应");
    assertNotTaken(visitor, "BUSY", 429, "工作群服务正忙");
    assertNotTaken(visitor, "REFUSED", 403, "没有接受您的答复");
    assertNotTaken(visitor, "NOT_ASKED", 401, "请重新登录");
    lists().away = "";
    lists().declined = "该轮次不存在、未开始或已结束。";
    var declined = agree(visitor, 1);
    assertThat(declined.statusCode()).isEqualTo(409);
    assertThat(declined.body()).contains("该轮次不存在");
    lists().noRound = true;
    assertThat(agree(visitor, 1).body()).contains("这一轮自查已经结束");
  }

  private static void assertNotTaken(Visitor visitor, String why, int status, String text) {
    lists().away = why;
    var answer = agree(visitor, 1);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(text);
    assertThat(answer.headers().firstValue("HX-Retarget"))
        .hasValue("#said-" + lists().get(1).key());
    assertThat(visitor.get("/self-check").body()).contains("现在看不到自查清单");
  }

  @Test
  void everyStateOfTheListHasItsWords() {
    var visitor = town();
    lists().items.clear();
    assertThat(visitor.get("/self-check").body()).contains("本轮清单上没有工作群");
    lists().noRound = true;
    assertThat(visitor.get("/self-check").body()).contains("现在没有开展自查的轮次");
    visitor.get("/language?to=en&back=/login");
    for (var why : Degraded.values()) {
      lists().noRound = false;
      lists().away = why.name();
      assertThat(visitor.get("/self-check").body()).as(why.name()).doesNotContain("??");
    }
  }

  @Test
  void namesAndReasonsAreShownAndNotRun() {
    contest(town(), 1, "KEEP", "", "<script>alert(1)</script>");
    assertThat(town().get("/self-check").body())
        .doesNotContain("<script>alert")
        .contains("&lt;script&gt;alert(1)");
  }

  private static HttpResponse<String> contest(
      Visitor visitor, int at, String choice, String into, String reason) {
    return visitor.post(
        "/self-check",
        "group",
        SampleSelfChecks.id(at),
        "choice",
        choice,
        "into",
        into,
        "reason",
        reason);
  }

  private static String seen(String page) {
    var found =
        Pattern.compile("action=\"/self-check/all.*?name=\"seen\" value=\"([^\"]+)", Pattern.DOTALL)
            .matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
