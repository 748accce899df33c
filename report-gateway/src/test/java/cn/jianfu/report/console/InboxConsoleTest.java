package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inbox over HTTP, with a real login. */
class InboxConsoleTest {

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
    app.inbox.idle = false;
  }

  @Test
  void aTownOfficeBeginsWithWhatItHasToDo() {
    var page = app.as(TestIssuer.TOWN_OFFICE).get("/");

    assertThat(page.uri().getPath()).isEqualTo("/inbox");
    assertThat(page.body())
        .contains("href=\"/inbox\" aria-current=\"page\"", "今日待办", "新店镇", "2026-11-23")
        .contains("已决定，待执行", "已逾期 3 天", "今天到期", "明天到期", "还有 4 天")
        .contains("href=\"/register?todo=execute\"", "href=\"/register?todo=decide\"")
        .contains("有问题，待处置", "3 个未办结问题", "临时群到期", "申诉已有答复")
        .contains("自查待答复", "href=\"/self-check?unit=350213101901\"")
        .contains("保密声明已到期", "href=\"/secrecy?unit=350213101901\"")
        .contains("昨天以来退回 3 条", "href=\"/ingest\"")
        .contains("&lt;i&gt;防汛应急工作群")
        .doesNotContain("??", "待认定", "马巷");
  }

  @Test
  void whatIsMostOverdueStandsFirstAndIsMarkedByMoreThanAColour() {
    var body = app.as(TestIssuer.TOWN_OFFICE).get("/inbox").body();

    assertThat(body.indexOf("todo-SECRECY")).isPositive().isLessThan(body.indexOf("todo-ENDING"));
    assertThat(body.indexOf("todo-ENDING")).isLessThan(body.indexOf("todo-EXECUTE"));
    assertThat(body.indexOf("todo-EXECUTE")).isLessThan(body.indexOf("todo-SELF_CHECK"));
    assertThat(body).containsPattern("class=\"band action\"[^>]*>\\s*<svg");
  }

  @Test
  void onlyTheFirstFiveAreListedAndTheirNumberIsTold() {
    assertThat(app.as(TestIssuer.TOWN_OFFICE).get("/inbox").body())
        .contains("去报告执行（共 6 项）", "疫苗接种统计群")
        .doesNotContain("秸秆禁烧值班群");
  }

  @Test
  void whenGroupServiceIsAwayItsCardsSaySoAndTheOthersStand() {
    app.district.groupServiceAway = true;

    var page = app.as(TestIssuer.TOWN_OFFICE).get("/inbox");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("工作群服务暂时没有回应，请稍后刷新", "现在看不到保密声明", "宅基地摸排群", "已逾期 3 天");
  }

  @Test
  void anEmptyInboxSaysSoKindly() {
    app.inbox.idle = true;

    assertThat(app.as(TestIssuer.TOWN_OFFICE).get("/inbox").body())
        .contains("今天没有待办", "2026-11-23", "“秋季专项”开始", "2026-12-05", "还有 12 天")
        .doesNotContain("class=\"card todo\"");
    var english = app.as(TestIssuer.SUPERVISOR);
    english.get("/language?to=en&back=/login");
    assertThat(english.get("/inbox").body())
        .contains("Nothing to do today", "Autumn clean-up begins", "12 days left");
  }

  @Test
  void theDistrictKeepsItsOverviewAndHasAnInboxOfItsOwn() {
    var supervisor = app.as(TestIssuer.SUPERVISOR);
    assertThat(supervisor.get("/").uri().getPath()).isEqualTo("/");
    assertThat(supervisor.get("/inbox").body())
        .contains("疑似问题，待认定", "<span>新店镇</span>", "去认定（共 42 项）", "申诉待答复", "反弹问题，待认定")
        .contains("数据不足的镇街", "大帽山农场", "豁免即将到期", "轮次即将截止")
        .doesNotContain("自查待答复", "待处置", "todo-CALENDAR", "??");
    assertThat(app.as(TestIssuer.ADMINISTRATOR).get("/inbox").body())
        .contains("2027 年的工作日历还没有建立", "/calendar?year=2027")
        .doesNotContain("待认定");
  }

  @Test
  void strangersAreLedToTheLoginAndNonsenseChangesNothing() {
    var stranger = new Visitor(app, HttpClient.Redirect.NEVER);
    assertThat(stranger.get("/inbox").headers().firstValue("Location"))
        .hasValue(ConsoleLogin.START);
    var town = app.as(TestIssuer.TOWN_OFFICE);
    assertThat(town.get("/inbox?unit=350213102000&todo=%00&page=x%27").body())
        .contains("新店镇")
        .doesNotContain("马巷");
    assertThat(town.get("/inbox/350213102000").statusCode()).isEqualTo(404);
  }
}
