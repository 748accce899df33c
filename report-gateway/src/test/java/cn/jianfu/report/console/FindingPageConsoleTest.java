package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of one finding over HTTP, with a real login. */
class FindingPageConsoleTest {

  /** Of 新店镇, and of another town. */
  private static final String OWN = "/findings/f000";

  private static final String FOREIGN = "/findings/f001";

  /** Confirmed, and over only because its group is called otherwise. */
  private static final String RELABELLED = "/findings/f017";

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
  void everyRowLeadsToItsFinding() {
    assertThat(app.as(TestIssuer.SUPERVISOR).get("/findings").body())
        .contains("href=\"/findings/f000\"");
    assertThat(app.as(TestIssuer.SUPERVISOR).get(OWN).body())
        .contains("为什么", "经过", "2026-10-01", "疫苗接种统计群", "规则要求");
  }

  @Test
  void aPastDaySaysWhichItIsAndIsOnlyLookedAt() {
    assertThat(app.as(TestIssuer.SUPERVISOR).get(OWN + "?asOf=2026-11-01").body())
        .contains("在 2026-11-01 的情况", "href=\"/findings/f000\"", "?asOf=2026-11-01\"")
        .contains("当天的依据没有保存")
        .doesNotContain("f-f000-confirm", "sse-connect");
    assertThat(app.as(TestIssuer.SUPERVISOR).get(OWN).body())
        .doesNotContain("finding-past", "当天的依据没有保存");
  }

  @Test
  void aSilentSourceIsTold() {
    assertThat(app.as(TestIssuer.SUPERVISOR).get("/findings/rule-G-DRIFT").body())
        .contains("2026-11-02 以后数据源没有再上报", "闲置天数只算到这一天");
    assertThat(app.as(TestIssuer.SUPERVISOR).get(OWN).body()).doesNotContain("没有再上报");
  }

  @Test
  void whoMayJudgeJudgesAndAUnitContests() {
    assertThat(app.as(TestIssuer.SUPERVISOR).get(OWN).body())
        .contains("f-f000-confirm", "f-f000-dismiss")
        .doesNotContain("f-f000-contest");
    assertThat(app.as(TestIssuer.TOWN_OFFICE).get(OWN).body())
        .contains("f-f000-contest")
        .doesNotContain("f-f000-confirm", "f-f000-dismiss");
  }

  @Test
  void theConfirmationOfWhatIsOnlyCalledOtherwiseCanBeTakenBack() {
    var supervisor = app.as(TestIssuer.SUPERVISOR);
    assertThat(supervisor.get(RELABELLED).body())
        .contains("finding-relabelled", "f-f017-back", "撤回属实的认定", "更正原先的登记错误");
    assertThat(supervisor.get(RELABELLED + "?asOf=2026-11-01").body())
        .doesNotContain("finding-relabelled", "f-f017-back");
    assertThat(supervisor.post("/findings/dialog", "id", "f017", "verdict", "take-back").body())
        .contains("不再计入整改率");
    assertThat(supervisor.post("/findings/dialog", "id", "f000", "verdict", "take-back").body())
        .doesNotContain("不再计入整改率");
    assertThat(app.as(TestIssuer.ADMINISTRATOR).get(RELABELLED).body())
        .contains("finding-relabelled")
        .doesNotContain("f-f017-back", "更正原先的登记错误");
    // What was put right stays confirmed.
    assertThat(supervisor.get("/findings/f010").body()).contains("已整改").doesNotContain("f010-back");
  }

  @Test
  void aJudgementOnThePageIsAnsweredWithoutRows() {
    var visitor = app.as(TestIssuer.SUPERVISOR);
    var dialog =
        visitor.post("/findings/dialog", "id", "f000", "verdict", "confirm", "alone", "true");
    assertThat(dialog.body()).contains("name=\"alone\"");

    var answer =
        visitor.post(
            "/findings/handling",
            "id",
            "f000",
            "verdict",
            "confirm",
            "reason",
            "经核实无误",
            "alone",
            "true");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("<tr");
    assertThat(answer.headers().firstValue("HX-Trigger-After-Settle")).isPresent();
    assertThat(visitor.get(OWN).body()).contains("认定属实", "经核实无误");
  }

  @Test
  void aFindingOfAnotherTownIsAnsweredAsIfItDidNotExist() {
    assertThat(app.as(TestIssuer.SUPERVISOR).get(FOREIGN).statusCode()).isEqualTo(200);
    var answer = app.as(TestIssuer.TOWN_OFFICE).get(FOREIGN);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("马巷");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/findings/nothing",
        "/findings/dialog",
        "/findings/%00",
        "/findings/%F0%9F%98%80",
        "/findings/a%2Fb"
      })
  void whatIsNoFindingIsNotFound(String path) {
    assertThat(app.as(TestIssuer.SUPERVISOR).get(path).statusCode()).isIn(400, 404);
  }
}
