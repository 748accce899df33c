package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.reference.domain.WorkCalendar;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The working calendar over HTTP, with a real login. */
class CalendarConsoleTest {

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

  private static Visitor administrator() {
    return app.as(TestIssuer.ADMINISTRATOR);
  }

  @Test
  void aYearIsTwelveMonthsWithItsHolidaysInWords() {
    var page = administrator().get("/calendar?year=2026").body();

    assertThat(page.split("<table class=\"month\"", -1)).hasSize(13);
    assertThat(page)
        .contains(
            "href=\"/calendar\" aria-current=\"page\"", "08:00–18:00", "2026-10-01 至 2026-10-07")
        .contains("<td class=\"holiday\"><time datetime=\"2026-10-01\">1</time>")
        .contains("<td class=\"make-up\"><time datetime=\"2026-10-10\">10</time>")
        .contains("<td class=\"weekend\"><time datetime=\"2026-10-11\">11</time>")
        .contains("<td class=\"work today\"><time datetime=\"2026-11-23\">23</time>")
        .contains("<td class=\"work\"><time datetime=\"2026-11-24\">24</time>");
    assertThat(administrator().get("/calendar").body()).contains("2026 年工作日历");
  }

  @Test
  void daysInARowAreMarkedAtOnceAndTakenAwayAgain() {
    var visitor = administrator();

    assertThat(mark(visitor, "HOLIDAY", "2026-12-30", "2026-12-31").body())
        .contains("已登记为节假日", "2026-12-30 至 2026-12-31");
    assertThat(now(2026).holidays()).contains(day("2026-12-30"), day("2026-12-31"));
    assertThat(mark(visitor, "MAKE_UP", "2026-12-31", "").statusCode()).isEqualTo(200);
    assertThat(now(2026).holidays()).doesNotContain(day("2026-12-31"));
    assertThat(now(2026).makeUpWorkdays()).contains(day("2026-12-31"));
    assertThat(mark(visitor, "PLAIN", "2026-12-30", "2026-12-31").body()).contains("已取消登记");
    assertThat(now(2026).holidays()).hasSize(7);
    assertThat(mark(visitor, "PLAIN", "2026-12-30", "").body()).contains("没有变化");
  }

  @Test
  void theHoursOfAYearAreChangedAndItsDaysStay() {
    var answer = hours(administrator(), "HOURS", 2026, "08:30", "17:30");

    assertThat(answer.body()).contains("工作时间已更改", "08:30–17:30");
    assertThat(now(2026).from()).isEqualTo(LocalTime.of(8, 30));
    assertThat(now(2026).holidays()).hasSize(7);
  }

  @Test
  void aYearWithoutACalendarSaysWhatFollowsAndIsBegunWithPlainWeeks() {
    var visitor = administrator();
    assertThat(visitor.get("/calendar?year=2027").body())
        .contains("2027 年还没有工作日历", "G-HOURS", "不作判定", "value=\"BEGIN\"")
        .doesNotContain("name=\"until\"");
    assertThat(mark(visitor, "HOLIDAY", "2027-01-01", "", 2027, 0).statusCode()).isEqualTo(404);

    assertThat(hours(visitor, "BEGIN", 2027, "08:00", "18:00").body())
        .contains("工作日历已建立", "name=\"until\"")
        .contains("2027 年还没有登记节假日", "G-HOURS", "不作判定");
    assertThat(now(2027).holidays()).isEmpty();
  }

  @Test
  void whoIsOvertakenIsToldAndTypesNothingAgain() {
    var visitor = administrator();
    long seen = app.district.reference.version(2026);
    app.district.reference.put(
        new WorkCalendar(
            2026, List.of(day("2026-01-01")), List.of(), LocalTime.of(9, 0), LocalTime.of(17, 0)));

    var answer = mark(visitor, "HOLIDAY", "2026-12-31", "", 2026, seen);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("其他人刚刚改动过", "09:00–17:00", "value=\"2026-12-31\"");
    assertThat(now(2026).holidays()).containsExactly(day("2026-01-01"));
    assertThat(hours(visitor, "BEGIN", 2026, "08:00", "12:00").statusCode()).isEqualTo(409);
    assertThat(now(2026).to()).isEqualTo(LocalTime.of(17, 0));
  }

  @Test
  void badInputIsToldAtItsFieldAndNonsenseRefused() {
    var visitor = administrator();
    var before = now(2026);

    isWrong(mark(visitor, "HOLIDAY", "soon", ""), "day", "请填写日期");
    isWrong(mark(visitor, "HOLIDAY", "2025-12-31", ""), "day", "这一年的日期");
    isWrong(mark(visitor, "HOLIDAY", "2026-12-31", "+999999999-12-31"), "until", "这一年的日期");
    isWrong(mark(visitor, "HOLIDAY", "2026-12-31", "2026-12-30"), "until", "不得早于");
    isWrong(hours(visitor, "HOURS", 2026, "18:00", "08:00"), "to", "结束不得早于开始");
    isWrong(hours(visitor, "HOURS", 2026, "8", "18:00"), "from", "请填写时间");
    assertThat(mark(visitor, "EXPLODE", "2026-12-31", "").statusCode()).isEqualTo(400);
    assertThat(visitor.post("/calendar?year=2026", "say", "HOURS").statusCode()).isEqualTo(400);
    assertThat(visitor.post("/calendar", "say", "BEGIN").statusCode()).isEqualTo(400);
    assertThat(visitor.get("/calendar?year=x").statusCode()).isEqualTo(400);
    assertThat(visitor.get("/calendar?year=1999").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/calendar?year=2201").statusCode()).isEqualTo(404);
    assertThat(visitor.postWithoutToken("/calendar?year=2026", "say", "BEGIN").statusCode())
        .isEqualTo(403);
    assertThat(now(2026)).isEqualTo(before);
  }

  @Test
  void everybodyElseOnlyLooks() {
    for (var user : List.of(TestIssuer.SUPERVISOR, TestIssuer.TOWN_OFFICE)) {
      var visitor = app.as(user);
      assertThat(visitor.get("/calendar?year=2026").body())
          .contains("您可以查看", "2026-10-01")
          .doesNotContain("name=\"say\"");
      assertThat(visitor.get("/calendar?year=2027").body()).doesNotContain("name=\"say\"");
      assertThat(mark(visitor, "HOLIDAY", "2026-12-31", "").statusCode()).isEqualTo(403);
    }
    assertThat(now(2026).holidays()).hasSize(7);
    assertThat(app.as(TestIssuer.TOWN_OFFICE).get("/rules").body())
        .contains("href=\"/calendar\"", "href=\"/exemptions\"");
  }

  @Test
  void whenNothingCanBeWrittenNothingLooksSaved() {
    app.district.reference.full = true;

    var answer = mark(administrator(), "HOLIDAY", "2026-12-31", "");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("没有保存", "value=\"2026-12-31\"");
  }

  private static void isWrong(HttpResponse<String> answer, String field, String text) {
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .containsPattern("id=\"" + field + "\" [^>]*aria-invalid=\"true\"")
        .containsPattern("id=\"" + field + "-error\">[^<]*" + text);
  }

  private static WorkCalendar now(int year) {
    return Objects.requireNonNull(app.district.reference.calendars.get(year)).state();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static HttpResponse<String> mark(Visitor visitor, String say, String day, String until) {
    return mark(visitor, say, day, until, 2026, app.district.reference.version(2026));
  }

  private static HttpResponse<String> mark(
      Visitor visitor, String say, String day, String until, int year, long version) {
    return visitor.post(
        "/calendar?year=" + year,
        "say",
        say,
        "version",
        String.valueOf(version),
        "day",
        day,
        "until",
        until);
  }

  private static HttpResponse<String> hours(
      Visitor visitor, String say, int year, String from, String to) {
    return visitor.post(
        "/calendar?year=" + year,
        "say",
        say,
        "version",
        String.valueOf(app.district.reference.version(year)),
        "from",
        from,
        "to",
        to);
  }
}
