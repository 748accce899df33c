package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which group a register's entry is, over HTTP and with a real login. */
class JoinConsoleTest {

  private static ConsoleApp app;

  @BeforeAll
  static void start() {
    app = ConsoleApp.start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private static Visitor visitor(TestIssuer.User user) {
    var visitor = Visitor.of(app, user);
    visitor.get("/metrics");
    return visitor;
  }

  private static final String PLACE = "/groups/join?id=" + encoded(SampleJoins.ENTRY);
  private static final String UNDO = PLACE.replace("/join?", "/separation?");

  @Test
  void anEntryIsMadeOneWithAGroupAndTwoAgain() {
    var office = visitor(TestIssuer.TOWN_OFFICE);
    assertThat(office.get(PLACE).body()).contains("同群合一", "三防工作群", "name=\"into\"");

    var joined = office.post(PLACE, "into", SampleJoins.GROUP, "key", "k-1");
    assertThat(joined.statusCode()).isEqualTo(200);
    assertThat(joined.body()).contains("已合一", "撤销合一").doesNotContain("name=\"into\"");

    String group = PLACE.replace(encoded(SampleJoins.ENTRY), encoded(SampleJoins.GROUP));
    assertThat(office.get(group).body())
        .as("whoever looks at the group finds the way to undo it")
        .contains("已合入本群", "防汛抗旱工作群（台账）")
        .doesNotContain("name=\"into\"");

    var undone = office.post(UNDO, "key", "k-2");
    assertThat(undone.body()).contains("已撤销", "name=\"into\"");
  }

  @Test
  void whatGroupServiceDeclinesIsSaidInItsWords() {
    var declined =
        visitor(TestIssuer.TOWN_OFFICE).post(PLACE, "into", SampleJoins.ENDED, "key", "k-3");

    assertThat(declined.statusCode()).isEqualTo(409);
    assertThat(declined.body()).contains("目标群已解散 &lt;i&gt;", "name=\"into\"");
  }

  @Test
  void whoDoesNotDecideJoinsNothingAndWhatIsNoGroupIsRefused() {
    assertThat(visitor(TestIssuer.SUPERVISOR).get(PLACE).statusCode()).isEqualTo(403);
    var office = visitor(TestIssuer.TOWN_OFFICE);
    assertThat(office.get("/groups/join?id=nobody").statusCode()).isEqualTo(404);
    assertThat(office.post(PLACE, "into", "<x>", "key", "k-4").statusCode()).isEqualTo(400);
    assertThat(office.post(PLACE, "into", SampleJoins.GROUP).statusCode()).isEqualTo(400);
  }
}
