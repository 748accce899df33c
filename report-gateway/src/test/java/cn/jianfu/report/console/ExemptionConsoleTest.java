package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.reference.domain.Exemption;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exemptions over HTTP, with a real login. */
class ExemptionConsoleTest {

  private static final Map<String, String> WHOLE =
      Map.of(
          "say", "ADD",
          "id", "next-5",
          "rule", "G-ZOMB",
          "unit", SampleDistrict.XINDIAN,
          "reason", "汛期值守",
          "approvedBy", "区委办",
          "from", "2026-11-23",
          "to", "2026-12-31");

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
  void theRunningOnesAreListedWithWhatIsLeftOfThem() {
    var page = administrator().get("/exemptions").body();

    assertThat(page)
        .contains("href=\"/exemptions\" aria-current=\"page\"", "僵尸群", "&lt;i&gt;防汛群", "仅限这个群")
        .contains("区委办〔2026〕17 号", "&lt;b&gt;市防指", "2026-12-31", ">38<", "今天到期", "新店镇 / 党政办")
        .doesNotContain("<b>市防指", "2027-01-31", "2026-03-31", "value=\"G-SECRET\"");
  }

  @Test
  void thoseThatAreToComeOrOverAreAskedFor() {
    var visitor = administrator();
    assertThat(visitor.get("/exemptions?show=coming").body())
        .contains("2027-01-31")
        .doesNotContain("防汛群", "2026-03-31");
    assertThat(visitor.get("/exemptions?show=ended").body())
        .contains("2026-03-31")
        .doesNotContain("防汛群", "2027-01-31");
    assertThat(visitor.get("/exemptions?show=all&page=7").body())
        .contains("2026-03-31", "2027-01-31", "防汛群");
  }

  @Test
  void anExemptionIsAddedOnceHoweverOftenItIsSent() {
    var visitor = administrator();

    assertThat(add(visitor, "reason", "汛期值守").body()).contains("豁免已登记", "汛期值守");
    assertThat(now("next-5"))
        .isEqualTo(
            new Exemption(
                "next-5",
                "G-ZOMB",
                SampleDistrict.XINDIAN,
                null,
                "汛期值守",
                "区委办",
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 12, 31),
                null));
    assertThat(add(visitor, "reason", "汛期值守").statusCode()).isEqualTo(200);
    assertThat(app.district.reference.exemptions).hasSize(6);
    assertThat(add(visitor, "reason", "另一个理由").statusCode()).isEqualTo(409);
    assertThat(now("next-5").reason()).isEqualTo("汛期值守");
  }

  @Test
  void whatIsWrongIsToldAtItsFieldAndWhatWasTypedStays() {
    var visitor = administrator();

    isWrong(add(visitor, "to", ""), "to", "豁免不能没有期限");
    isWrong(add(visitor, "to", "2026-11-22"), "to", "结束不得早于开始");
    isWrong(add(visitor, "from", "soon"), "from", "请填写日期");
    isWrong(add(visitor, "reason", "  "), "reason", "请填写理由");
    isWrong(add(visitor, "reason", "长".repeat(501)), "reason", "最多 500 个字");
    isWrong(add(visitor, "approvedBy", ""), "approvedBy", "请填写批准人");
    isWrong(add(visitor, "approvedBy", "长".repeat(201)), "approvedBy", "最多 200 个字");
    isWrong(add(visitor, "rule", ""), "rule", "请选择");
    isWrong(add(visitor, "rule", "G-NONE"), "rule", "没有这条规则");
    isWrong(add(visitor, "unit", ""), "unit", "请选择");
    isWrong(add(visitor, "unit", "350213999000"), "unit", "没有这个单位");
    assertThat(add(visitor, "to", "").body())
        .contains("汛期值守</textarea>", "value=\"区委办\"", "selected=\"selected\">僵尸群");
    assertThat(app.district.reference.exemptions).hasSize(5);
  }

  @Test
  void oneThatRunsEndsTodayAndOneThatIsToComeNeverBegins() {
    var visitor = administrator();
    assertThat(visitor.get("/exemptions").body()).contains("今天（2026-11-23）将是最后一天");

    assertThat(end(visitor, "flood", 1).body()).contains("豁免已结束");
    assertThat(now("flood").to()).isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(now("flood").scopeGroup()).isEqualTo(SampleReference.GROUP);
    assertThat(end(visitor, "all", 1).statusCode()).isEqualTo(200);
    assertThat(now("all").lastDay()).isBefore(now("all").from());
    assertThat(visitor.get("/exemptions?show=ended").body()).contains("开始前已撤回");
    assertThat(end(visitor, "past", 1).body()).contains("没有变化");
    assertThat(now("past").to()).isEqualTo(LocalDate.of(2026, 3, 31));
  }

  @Test
  void whoIsOvertakenIsToldAndEndsNothing() {
    var longer = now("flood");
    app.district.reference.put(
        new Exemption(
            "flood",
            longer.rule(),
            longer.scopeUnit(),
            longer.scopeGroup(),
            "延长到春节",
            longer.approvedBy(),
            longer.from(),
            LocalDate.of(2027, 2, 28),
            null));

    var answer = end(administrator(), "flood", 1);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("其他人刚刚改动过", "延长到春节", "2027-02-28");
    assertThat(now("flood").to()).isEqualTo(LocalDate.of(2027, 2, 28));
  }

  @Test
  void nonsenseIsRefused() {
    var visitor = administrator();

    assertThat(add(visitor, "say", "EXPLODE").statusCode()).isEqualTo(400);
    assertThat(add(visitor, "id", "../x").statusCode()).isEqualTo(400);
    assertThat(add(visitor, "unit", "here").statusCode()).isEqualTo(400);
    assertThat(visitor.post("/exemptions", "say", "END", "id", "flood").statusCode())
        .isEqualTo(400);
    assertThat(end(visitor, "nothing", 1).statusCode()).isEqualTo(404);
    assertThat(visitor.postWithoutToken("/exemptions", "say", "END").statusCode()).isEqualTo(403);
    assertThat(visitor.get("/exemptions?show=%3Cb%3E&page=x").statusCode()).isEqualTo(200);
  }

  @Test
  void everybodyElseOnlyLooks() {
    for (var user : List.of(TestIssuer.SUPERVISOR, TestIssuer.TOWN_OFFICE)) {
      var visitor = app.as(user);
      assertThat(visitor.get("/exemptions?show=all").body())
          .contains("您可以查看", "防汛群")
          .doesNotContain("name=\"say\"", "<option");
      assertThat(add(visitor, "reason", "汛期值守").statusCode()).isEqualTo(403);
      assertThat(end(visitor, "flood", 1).statusCode()).isEqualTo(403);
    }
    assertThat(app.district.reference.exemptions).hasSize(5);
    assertThat(now("flood").to()).isEqualTo(LocalDate.of(2026, 12, 31));
  }

  @Test
  void aTownSeesItsOwnAndThoseOfTheWholeDistrict() {
    assertThat(app.as(TestIssuer.TOWN_OFFICE).get("/exemptions?show=all").body())
        .contains("防汛群", "翔安区", "一事多群")
        .doesNotContain("马巷镇");
    assertThat(app.as(TestIssuer.SUPERVISOR).get("/exemptions?show=all").body()).contains("马巷镇");
  }

  @Test
  void whenNothingCanBeWrittenNothingLooksSaved() {
    app.district.reference.full = true;

    var answer = add(administrator(), "reason", "汛期值守");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("没有保存", "汛期值守</textarea>");
  }

  private static void isWrong(HttpResponse<String> answer, String field, String text) {
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .containsPattern("id=\"" + field + "\" [^>]*aria-invalid=\"true\"")
        .containsPattern("id=\"" + field + "-error\">[^<]*" + text);
  }

  private static Exemption now(String id) {
    return Objects.requireNonNull(app.district.reference.exemptions.get(id)).state();
  }

  /** Everything that is wanted, with one field otherwise. */
  private static HttpResponse<String> add(Visitor visitor, String field, String value) {
    Map<String, String> sent = new TreeMap<>(WHOLE);
    sent.put(field, value);
    List<String> pairs = new ArrayList<>();
    sent.forEach((name, text) -> pairs.addAll(List.of(name, text)));
    return visitor.post("/exemptions?show=all", pairs.toArray(String[]::new));
  }

  private static HttpResponse<String> end(Visitor visitor, String id, long version) {
    return visitor.post("/exemptions", "say", "END", "id", id, "version", String.valueOf(version));
  }
}
