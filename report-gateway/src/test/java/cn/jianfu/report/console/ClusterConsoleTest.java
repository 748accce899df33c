package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups that could become one, over HTTP with a real login. */
class ClusterConsoleTest {

  private static final String PAGE = "/towns/" + SampleDistrict.XINDIAN + "/clusters";

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
  void everyProposalIsDrawnAndSaysWhatItWouldGive() {
    var page = Visitor.of(app, TestIssuer.SUPERVISOR).get(PAGE);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("5 个群合为一个", "一事多群 G-DUPM", "少占用的群次")
        .contains("合并后信息会超过上限")
        .contains("<circle cx=\"160.0\" cy=\"130.0\"")
        .contains("&lt;b&gt;防汛抗旱值班群")
        .doesNotContain("<b>防汛");
  }

  @Test
  void groupsThatCrossAreListedAndCanBeTriedThoughNoMergeIsProposed() {
    var visitor = Visitor.of(app, TestIssuer.SUPERVISOR);

    assertThat(visitor.get(PAGE).body())
        .contains("交叉的群", "林业站工作交流群", "61.3%", "/findings/f-cross")
        .contains("target=350213101901/WECOM/g1&amp;group=350213101901/WECOM/g7");
    assertThat(visitor.get(PAGE + "?target=a&group=b").body()).doesNotContain("交叉的群");
  }

  @Test
  void aTrialShowsTheOneMergeThatWasAskedFor() {
    var page =
        Visitor.of(app, TestIssuer.TOWN_OFFICE)
            .get(PAGE + "?target=a&group=a&group=b&add=&group=" + "%3Cscript%3E");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("合并试算", "不改动任何群").doesNotContain("<script>\"");
  }

  @Test
  void aTownSeesItsOwnOnly() {
    var visitor = Visitor.of(app, TestIssuer.TOWN_OFFICE);

    assertThat(visitor.get("/towns/350213102000/clusters").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/towns/nonsense/clusters").statusCode()).isEqualTo(404);
    assertThat(visitor.get(PAGE).statusCode()).isEqualTo(200);
  }

  @Test
  void whenTheServiceIsAwayThePageSaysSo() {
    app.district.groupServiceAway = true;

    assertThat(Visitor.of(app, TestIssuer.SUPERVISOR).get(PAGE).body())
        .contains("工作群服务暂时没有回应")
        .doesNotContain("没有建议合并的群");
  }
}
