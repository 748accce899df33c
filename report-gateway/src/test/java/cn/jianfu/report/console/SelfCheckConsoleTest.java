package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
    var visitor = Visitor.of(app, TestIssuer.TOWN_OFFICE);
    visitor.get("/metrics");
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
}
