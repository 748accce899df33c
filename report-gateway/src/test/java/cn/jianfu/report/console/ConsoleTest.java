package cn.jianfu.report.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The console over HTTP, with a real login against an issuer of the test. */
class ConsoleTest {

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
    app.issuer.refusal = "";
    app.district.reset();
  }

  private static Visitor supervisor() {
    return Visitor.of(app, TestIssuer.SUPERVISOR);
  }

  @Nested
  class Login {

    @Test
    void leadsBackToThePageThatWasAskedFor() {
      var page = supervisor().get("/findings?severity=M");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.uri().toString()).endsWith("/findings?severity=M");
      assertThat(page.body()).contains("林督查").contains("翔安区");
    }

    @Test
    void hasASessionCookieOfItsOwnThatScriptsCannotRead() {
      var visitor = supervisor();
      visitor.get("/");
      assertThat(visitor.cookies())
          .filteredOn(cookie -> cookie.getName().equals("JIANFU_CONSOLE"))
          .singleElement()
          .satisfies(cookie -> assertThat(cookie.isHttpOnly()).isTrue());
    }

    @Test
    void makesNoSessionForThoseWhoOnlyLookAtThePublicPages() {
      var visitor = new Visitor(app, HttpClient.Redirect.NEVER);
      assertThat(visitor.get("/login").statusCode()).isEqualTo(200);
      assertThat(visitor.get("/").headers().firstValue("Location")).hasValue(ConsoleLogin.START);
      assertThat(visitor.cookies()).extracting("name").doesNotContain("JIANFU_CONSOLE");
    }

    @Test
    void saysInWordsThatTheIssuerRefused() {
      app.issuer.refusal = "access_denied";
      var page = supervisor().get("/");
      assertThat(page.uri().getQuery()).isEqualTo("why=denied");
      assertThat(page.body()).contains("登录被拒绝");
    }

    @Test
    void saysInWordsThatARoleIsMissingAndOffersTheWayOut() {
      var page = Visitor.of(app, TestIssuer.DEPARTMENT).get("/");
      assertThat(page.statusCode()).isEqualTo(403);
      assertThat(page.body()).contains("没有使用权限").contains("action=\"/logout\"");
    }

    @Test
    void doesNotBelieveAnAnswerThatNobodyAskedFor() {
      var page = supervisor().get("/login/oauth2/code/jianfu?code=stolen&state=made-up");
      assertThat(page.uri().getQuery()).isEqualTo("why=expired");
    }

    @Test
    void endsHereAndAtTheIssuer() {
      var visitor = supervisor();
      visitor.get("/");
      int before = app.issuer.logouts.size();
      var page = visitor.logOut();
      assertThat(page.uri().getPath()).isEqualTo("/logged-out");
      assertThat(app.issuer.logouts).hasSize(before + 1);
      assertThat(app.issuer.logouts.getLast()).contains("id_token_hint=").contains("client_id=");
    }

    @Test
    void leadsNobodyToAnotherSite() {
      var visitor = new Visitor(app, HttpClient.Redirect.NEVER);
      for (var back : new String[] {"//evil.example", "https://evil.example", "/%5Cevil.example"}) {
        assertThat(visitor.get("/language?to=en&back=" + back).headers().firstValue("Location"))
            .hasValue("/");
      }
      assertThat(visitor.get("/language?to=en&back=/rules").headers().firstValue("Location"))
          .hasValue("/rules");
    }
  }

  @Nested
  class Scope {

    @Test
    void aTownOfficeIsLedToWhatItHasToDo() {
      var visitor = app.as(TestIssuer.TOWN_OFFICE);
      var page = visitor.get("/");
      assertThat(page.uri().getPath()).isEqualTo("/inbox");
      assertThat(page.body())
          .contains("href=\"/towns/" + SampleDistrict.XINDIAN + "\"")
          .doesNotContain("马巷镇");
    }

    @Test
    void anotherTownIsAnsweredAsIfItDidNotExist() {
      var visitor = Visitor.of(app, TestIssuer.TOWN_OFFICE);
      for (var path : new String[] {"/towns/350213102000", "/towns/350213102000/groups"}) {
        var page = visitor.get(path);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("没有找到").doesNotContain("马巷");
      }
      assertThat(visitor.get("/findings?state=any").body()).doesNotContain("马巷");
    }

    @Test
    void aTownOfficeMayNotJudge() {
      var visitor = Visitor.of(app, TestIssuer.TOWN_OFFICE);
      assertThat(visitor.get("/findings").body())
          .doesNotContain(
              "verdict&quot;:&quot;confirm", "verdict&quot;:&quot;dismiss", "-confirm\"");
      var answer =
          visitor.post("/findings/handling", "id", "f000", "verdict", "confirm", "reason", "经核实无误");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(app.district.findings.getFirst().state()).isEqualTo("SUSPECTED");
    }
  }

  @Nested
  class Protection {

    @Test
    void pagesMayRunOnlyTheirOwnScripts() {
      var page = supervisor().get("/");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'")
          .contains("script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(page.body()).doesNotContain("<script>").doesNotContain(" style=");
    }

    @Test
    void aFormWithoutTheTokenChangesNothing() {
      var visitor = supervisor();
      visitor.get("/");
      var answer =
          visitor.postWithoutToken(
              "/findings/handling", "id", "f000", "verdict", "confirm", "reason", "经核实无误");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(app.district.findings.getFirst().state()).isEqualTo("SUSPECTED");
    }

    @Test
    void onlyTheAllowedFilesAreServedAndForGood() {
      var visitor = new Visitor(app, HttpClient.Redirect.NEVER);
      var assets = new Assets();
      var answer = visitor.get(assets.address("htmx.js"));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
      assertThat(visitor.get("/assets/000000000000/htmx.js").statusCode()).isEqualTo(404);
      assertThat(visitor.get("/webjars/echarts/5.5.0/echarts.js").statusCode()).isNotEqualTo(200);
    }

    @Test
    void anExpiredSessionDuringAPartialRequestLeavesThePage() {
      var answer = new Visitor(app, HttpClient.Redirect.NEVER).part("/findings?severity=B");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("HX-Redirect"))
          .hasValue("/login?why=expired&back=%2Ffindings%3Fseverity%3DB");
      assertThat(answer.body()).isEmpty();
    }
  }

  @Nested
  class Workbench {

    @Test
    void answersAPartWhereAPartIsAskedFor() {
      var visitor = supervisor();
      visitor.get("/");
      var part = visitor.part("/findings?severity=B");
      assertThat(part.headers().firstValue("Vary").orElse("")).contains("HX-Request");
      assertThat(part.body()).doesNotContain("<html").contains("<table").contains("G-SECRET");
    }

    @Test
    void aReasonThatIsTooShortIsToldAtTheField() {
      var visitor = supervisor();
      visitor.get("/");
      var answer =
          visitor.post("/findings/handling", "id", "f000", "verdict", "dismiss", "reason", "不对");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body())
          .contains("aria-invalid=\"true\"")
          .contains("理由至少 5 个字")
          .contains("不对</textarea>");
      assertThat(app.district.findings.getFirst().state()).isEqualTo("SUSPECTED");
    }

    @Test
    void aJudgementReplacesTheRowsAndIsAnnounced() {
      var visitor = supervisor();
      visitor.get("/");
      var answer =
          visitor.post(
              "/findings/handling",
              "id",
              "f000",
              "id",
              "f001",
              "verdict",
              "confirm",
              "reason",
              "现场核实，情况属实。");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("HX-Reswap")).hasValue("none");
      assertThat(answer.headers().firstValue("HX-Trigger-After-Settle").orElseThrow())
          .contains("jianfu:handled")
          .contains("\\u5DF2"); // headers hold ASCII only
      assertThat(answer.body())
          .contains("id=\"f-f000\" hx-swap-oob=\"true\"")
          .contains("id=\"f-f001\"");
      assertThat(app.district.findings.getFirst().state()).isEqualTo("CONFIRMED");
    }

    @Test
    void aTownContestsItsFindingAndTheDistrictSeesIt() {
      var office = Visitor.of(app, TestIssuer.TOWN_OFFICE);
      assertThat(office.get("/findings").body()).contains("申诉").doesNotContain("id=\"bulk\"");
      String id =
          app.district.findings.stream()
              .filter(it -> it.town().equals(SampleDistrict.XINDIAN) && it.toContest())
              .findFirst()
              .orElseThrow()
              .id();
      assertThat(office.post("/findings/dialog", "id", id, "verdict", "contest").body())
          .contains("申诉：");
      assertThat(
              office
                  .post(
                      "/findings/handling", "id", id, "verdict", "contest", "reason", "汛期备用群，须保留。")
                  .body())
          .contains("已申诉，待答复");
      assertThat(supervisor().get("/findings?state=contested").body())
          .contains("f-" + id + "\"", "汛期备用群，须保留。", "f-" + id + "-dismiss");
    }

    @Test
    void nobodyContestsForAnotherAndNoTownJudges() {
      var supervisor = supervisor();
      supervisor.get("/");
      assertThat(
              supervisor.post("/findings/dialog", "id", "f000", "verdict", "contest").statusCode())
          .isEqualTo(403);
      var office = Visitor.of(app, TestIssuer.TOWN_OFFICE);
      office.get("/");
      assertThat(
              office
                  .post(
                      "/findings/handling", "id", "f000", "verdict", "confirm", "reason", "情况属实的。")
                  .statusCode())
          .isEqualTo(403);
    }

    @Test
    void aJudgementCanBeTakenBack() {
      var visitor = supervisor();
      visitor.get("/");
      visitor.post("/findings/handling", "id", "f000", "verdict", "dismiss", "reason", "经核实不属实。");
      visitor.post("/findings/handling", "id", "f000", "verdict", "take-back", "reason", "刚才点错了。");
      assertThat(app.district.findings.getFirst().state()).isEqualTo("SUSPECTED");
    }

    @Test
    void nonsenseIsRefusedInWords() {
      var visitor = supervisor();
      visitor.get("/");
      assertThat(visitor.post("/findings/handling", "verdict", "confirm").statusCode())
          .isEqualTo(400);
      assertThat(
              visitor
                  .get("/findings?page=x&state=y&severity=z&town=1%27&rule=%3Cb%3E")
                  .statusCode())
          .isEqualTo(200);
      assertThat(visitor.get("/rules?version=x").statusCode()).isEqualTo(400);
      assertThat(visitor.get("/towns/999999999999").statusCode()).isEqualTo(404);
    }
  }

  @Nested
  class Live {

    @Test
    void anOpenOverviewIsToldOfATownThatChanges() {
      var visitor = supervisor();
      visitor.get("/");
      try (var page = Listening.to(visitor, "/live/overview")) {
        page.hears("event:town-" + SampleDistrict.XINDIAN);
        app.district.score(SampleDistrict.XINDIAN, Band.GOOD, 93.7);
        page.hears("93.7");
        page.hears("event:count-good\ndata:3");
      }
    }

    @Test
    void aStreamEndsAtLogout() {
      var visitor = supervisor();
      visitor.get("/");
      try (var page = Listening.to(visitor, "/live/findings")) {
        visitor.logOut();
        page.hears("event:bye");
      }
    }

    @Test
    void aStreamWithoutASessionSaysGoodByeAtOnce() {
      var stranger = new Visitor(app, HttpClient.Redirect.NEVER);
      try (var page = Listening.to(stranger, "/live/overview")) {
        page.hears("event: bye");
      }
    }

    @Test
    void aTownOfficeHearsOfItsOwnTownOnly() {
      var visitor = Visitor.of(app, TestIssuer.TOWN_OFFICE);
      visitor.get("/");
      try (var page = Listening.to(visitor, "/live/findings")) {
        page.hears(
            "data:",
            () -> {
              app.district.score("350213102000", Band.GOOD, 90);
              app.district.score(SampleDistrict.XINDIAN, Band.GOOD, 91);
            });
        assertThat(page.heard()).contains("新店镇").doesNotContain("马巷镇");
      }
    }
  }

  @Nested
  class Pages {

    @Test
    void speakChineseFirstAndEnglishByASwitch() {
      var visitor = supervisor();
      assertThat(visitor.get("/").body()).contains("lang=\"zh-CN\"").contains("按行政区划排列，不作排名");
      var english = visitor.get("/language?to=en&back=/");
      assertThat(english.body()).contains("lang=\"en\"").contains("not a ranking");
    }

    @Test
    void speakTheBrowsersLanguageUntilTheReaderChooses() {
      var visitor = supervisor();
      var header = "Accept-Language";
      visitor.get("/");
      for (var english : List.of("en", "en-US,en;q=0.9", "fr,en;q=0.8,zh;q=0.1", "zh;q=0.2,en")) {
        assertThat(visitor.get("/", header, english).body()).as(english).contains("lang=\"en\"");
      }
      for (var chinese : List.of("zh-CN,zh;q=0.9,en;q=0.8", "fr", "*", ";;q=x", "en;q=0.1,zh")) {
        assertThat(visitor.get("/", header, chinese).body()).as(chinese).contains("lang=\"zh-CN\"");
      }
      visitor.get("/language?to=zh&back=/");
      assertThat(visitor.get("/", header, "en").body()).contains("lang=\"zh-CN\"");
      visitor.get("/language?to=en&back=/");
      assertThat(visitor.get("/", header, "zh").body()).contains("lang=\"en\"");
    }

    @Test
    void areWholeInBothLanguages() {
      var visitor = supervisor();
      visitor.get("/");
      for (var language : new String[] {"zh", "en"}) {
        visitor.get("/language?to=" + language + "&back=/login");
        for (var path : SampleDistrict.PAGES) {
          var page = visitor.get(path);
          assertThat(page.statusCode()).as(path).isEqualTo(200);
          assertThat(page.body()).as(path).startsWith("<!DOCTYPE html>").doesNotContain("??");
        }
      }
    }

    @Test
    void tellWhatAnotherThresholdWouldDo() {
      var supervisor = supervisor();
      assertThat(supervisor.get("/rules/trial?key=zombie.idleDays&value=45").body())
          .contains("会多出 24 件问题，减少 1 件", "新店镇", "60 → 45")
          .contains("2 个镇街的状态会改变；另有 2 个镇街状态不变", "能研判的内容不足", "-15.8");
      assertThat(supervisor.get("/rules/trial?key=zombie.idleDays&value=60").body())
          .contains("问题没有变化", "各镇街的合规指数和状态都没有变化");
      assertThat(supervisor.get("/rules/trial?key=zombie.idleDays&value=46").body())
          .contains("1 个镇街未能计算", "变动的问题太多");
      assertThat(supervisor.get("/rules/trial?key=zombie.idleDays&value=1e99999").body())
          .contains("试算值应是 0 到 1000000 之间的数字");
      assertThat(supervisor.get("/rules/trial?key=%3Cscript%3E&value=1").body())
          .doesNotContain("<script>1")
          .doesNotContain("key=<script>");
      app.district.groupServiceAway = true;
      assertThat(supervisor.get("/rules/trial?key=zombie.idleDays&value=45").body())
          .contains("工作群服务暂时没有回应");
    }

    @Test
    void tellUnderWhichNameARenamedGroupIsFiled() {
      String page = "/groups?id=" + SampleDistrict.GROUP;
      assertThat(supervisor().get(page).body()).contains("备案名称", "新冠疫苗登记群", "2026-10-08 起已更名");
      app.district.groupServiceAway = true;
      assertThat(supervisor().get(page).body()).doesNotContain("备案名称");
    }

    @Test
    void tellOfAnOwnersNameThatNobodyOrSeveralHave() {
      assertThat(supervisor().get("/groups?id=" + SampleDistrict.GROUP).body())
          .contains("林美华", "人员名录中没有此人，或有同名");
      String other = "/groups?id=" + URLEncoder.encode(SampleDistrict.MISTAKEN, UTF_8);
      assertThat(supervisor().get(other).body()).contains("林美华").doesNotContain("人员名录中没有此人");
    }

    @Test
    void sayWhatThePlatformDecidedInTheReadersLanguageAndWhatPeopleWroteAsTheyDid() {
      String page = "/groups?id=" + SampleDistrict.GROUP;
      var visitor = supervisor();
      assertThat(visitor.get(page).body())
          .contains("临时性工作群有效期已于 2026-08-31 届满，此后无人处置，按规则解散", "任务已经结束，两个月没有使用。");
      visitor.get("/language?to=en&back=/");
      assertThat(visitor.get(page).body())
          .contains("This temporary work group was valid until 2026-08-31", "任务已经结束，两个月没有使用。")
          .doesNotContain("按规则解散");
    }

    @Test
    void tellOnTheOverviewWhichTownsWithdrewDeclarations() {
      String overview = supervisor().get("/").body();
      assertThat(overview)
          .contains("href=\"/towns/" + SampleDistrict.XINDIAN + "#town-withdrawn\"", "撤回误报登记 2 个");
      assertThat(overview.split("#town-withdrawn", -1)).as("no other town did").hasSize(2);
      assertThat(supervisor().get("/inbox").body()).contains("近 7 天撤回过误报登记的镇街", "最近一次 2026-11-20");
    }

    @Test
    void tellOfDeclarationsThatTheTownWithdrew() {
      String town = "/towns/" + SampleDistrict.XINDIAN;
      String group = "/groups?id=" + SampleTowns.WITHDRAWN.replace("%", "%25");
      for (var path : new String[] {town, town + "/live"}) {
        assertThat(supervisor().get(path).body())
            .as(path)
            .contains("撤回的误报登记", "2026-11-02（最近一轮开始）至 2026-11-23")
            .contains("共 2 个群的登记被作为误报撤回，其中 1 个撤回时有未消除的问题")
            .contains("其中 1 个在本轮开始当日已经存在", "href=\"" + group + "\"")
            .contains("防汛值班临时群", "原在清理率基数内", "G-TEMP", "已重新登记");
      }
      assertThat(supervisor().get(town + "?asOf=2026-11-01").body())
          .contains("这段时间没有撤回登记。")
          .doesNotContain("防汛值班临时群");
      assertThat(supervisor().get(town + "?asOf=2026-11-10&shown=then").body())
          .doesNotContain("撤回的误报登记");
      assertThat(supervisor().get(group).body()).contains("此群的登记已于 2026-03-05 作为误报撤回");
    }

    @Test
    void sayThatGroupServiceIsAway() {
      app.district.groupServiceAway = true;
      assertThat(supervisor().get("/groups?id=" + SampleDistrict.GROUP).body())
          .contains("工作群服务暂时没有回应");
    }

    @Test
    void showAPastDayAndSayThatItIsPast() {
      var page = supervisor().get("/towns/" + SampleDistrict.XINDIAN + "?asOf=2026-11-01");
      assertThat(page.body()).contains("2026-11-01").doesNotContain("sse-connect");
    }

    @Test
    void tellWhatWasCorrectedSinceADayWasClosedAndShowItAsItWasShown() {
      String day = "/towns/" + SampleDistrict.XINDIAN + "?asOf=2026-11-10";
      var now = supervisor().get(day).body();
      assertThat(now)
          .contains("已更正", "当时", "现在", "6.7%", "18.8%", "1 ÷ 15", "3 ÷ 16", "shown=then")
          .contains("2026-11-11 06:00");

      var then = supervisor().get(day + "&shown=then").body();
      assertThat(then)
          .contains("当时显示的情况", "按现有数据查看", "2026-11-11 06:00")
          .doesNotContain("已更正", "id=\"town-findings\"", "id=\"town-groups\"", "trend-table");
    }

    @Test
    void sayOfADayThatWasNotClosedThatItWasNot() {
      String day = "/towns/" + SampleDistrict.XINDIAN + "?asOf=2026-11-01";

      assertThat(supervisor().get(day).body())
          .contains("这一天没有日终存档")
          .doesNotContain("shown=then", "超过保存期限");
      assertThat(supervisor().get(day + "&shown=then").body())
          .as("what is known now is better than nothing")
          .contains("这一天没有日终存档", "id=\"town-findings\"");
    }

    @Test
    void sayOfADayWhoseCountersAreForgottenThatItsNumbersAreOfWhatIsLeft() {
      assertThat(supervisor().get("/towns/" + SampleDistrict.XINDIAN + "?asOf=2025-06-01").body())
          .contains("超过保存期限", "2025-06-02 06:00", "shown=then")
          .doesNotContain("已更正", "与当时显示的情况一致", "没有日终存档");
    }
  }
}
