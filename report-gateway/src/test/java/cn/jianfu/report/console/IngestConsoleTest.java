package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What arrives, over HTTP, with a real login. */
class IngestConsoleTest {

  private static ConsoleApp app;

  @BeforeAll
  static void start() {
    app = ConsoleApp.start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void underAReasonStandsWhichEventsWereDeclinedWithAWayToTheirGroups() {
    assertThat(app.as(TestIssuer.TOWN_OFFICE).get("/ingest").body())
        .contains("请求内容不符合要求：不能为空（5 条）", "最近退回的")
        .contains("导入的台账（按行计）", "台账的行没有导入：看不懂日期“…”（2 条）")
        .contains("11-23 11:58", "town.group-decision-withdrawn.v1")
        .contains("事件编号 5b0c2f5e-2f4b-4a6e-9f0e-7d1c3a2b4c5d")
        .contains("href=\"/groups?id=350213101000/WECOM/wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA\"")
        .contains("href=\"/groups?id=350213101000/WECHAT/reg%253A0f1e2d%26x\"")
        .contains("PUT groups/activity")
        .doesNotContain("??", "null");
  }

  @Test
  void aReasonOfWhichNoEventIsKnownStandsAlone() {
    var body = app.as(TestIssuer.TOWN_OFFICE).get("/ingest").body();

    assertThat(body.split("<details", -1)).hasSize(2);
    assertThat(body).containsPattern("未知的事件类型（2 条）</span>\\s*</li>");
  }

  @Test
  void englishSpeakersReadTheSame() {
    var visitor = app.as(TestIssuer.SUPERVISOR);
    visitor.get("/language?to=en&back=/login");
    assertThat(visitor.get("/ingest").body())
        .contains("Imported registers, by row")
        .contains("Latest declined", "event id 5b0c2f5e-2f4b-4a6e-9f0e-7d1c3a2b4c5d")
        .doesNotContain("??", "最近退回的");
  }
}
