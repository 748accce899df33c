package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.Asking;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The same request again, and requests that have seen an older version. */
class RepeatingTest {

  private static final String BASE = "/api/v1/groups/" + XINDIAN + "/WECOM/";

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final Asking town =
      service.asking("town-office", XINDIAN).with("Content-Type", "application/json");

  @Test
  void aRepeatIsAnsweredAsTheFirstTimeWhateverHasHappenedSince() {
    String group = BASE + "wr-repeat";
    Asking keyed = town.with("Idempotency-Key", "declare-1");
    HttpResponse<String> declared = send(keyed, "PUT", group, "{\"name\":\"甲\"}");
    Asking filing = town.with("Idempotency-Key", "file-1");
    HttpResponse<String> filed = send(filing, "POST", group + "/filing", "{\"filingNo\":\"1\"}");
    send(town, "PUT", group + "/name", "{\"name\":\"乙\"}");

    assertThat(declared.statusCode()).isEqualTo(201);
    assertSame(send(keyed, "PUT", group, "{\"name\":\"甲\"}"), declared);
    assertSame(send(filing, "POST", group + "/filing", "{\"filingNo\":\"1\"}"), filed);
    assertThat(send(town, "GET", group, null).body()).contains("\"乙\"");
  }

  @Test
  void aReportThatComesAgainIsAnsweredAsTheFirstTimeWhateverWasReportedSince() {
    String group = BASE + "wr-reports";
    send(town, "PUT", group, "{\"name\":\"甲\"}");
    for (String[] report :
        new String[][] {
          {"/members", "{\"members\":[{\"id\":\"a\"}]}", "{\"members\":[]}"},
          {
            "/activity/2026-11-01",
            "{\"messages\":5,\"activeSenders\":2}",
            "{\"messages\":9,\"activeSenders\":3}"
          }
        }) {
      Asking keyed = town.with("Idempotency-Key", "report-1");
      HttpResponse<String> first = send(keyed, "PUT", group + report[0], report[1]);
      HttpResponse<String> later = send(town, "PUT", group + report[0], report[2]);

      HttpResponse<String> again = send(keyed, "PUT", group + report[0], report[1]);

      assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
      assertSame(again, first);
      assertThat(send(town, "GET", group + report[0], null).body()).isEqualTo(later.body());
      assertThat(send(keyed, "PUT", group + report[0], report[2]).statusCode()).isEqualTo(422);
    }
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    String group = BASE + "wr-reused";
    Asking keyed = town.with("Idempotency-Key", "reused-1");
    send(keyed, "PUT", group, "{\"name\":\"甲\"}");

    HttpResponse<String> other = send(keyed, "PUT", group, "{\"name\":\"乙\"}");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("urn:problem:web.key-reused");
    assertThat(send(town, "GET", group, null).body()).contains("\"甲\"");
  }

  @Test
  void aStaleVersionIsAConflictAtEveryDoorOfAGroup() {
    String group = BASE + "wr-stale";
    send(town, "PUT", group, "{\"name\":\"甲\"}");
    send(town, "PUT", group + "/name", "{\"name\":\"乙\"}");
    Asking late = town.with("If-Match", "\"1\"");

    for (String[] write :
        new String[][] {
          {"PUT", "", "{\"name\":\"丙\"}"},
          {"PUT", "/name", "{\"name\":\"丙\"}"},
          {"PUT", "/owner", "{\"ownerUnit\":\"" + XINDIAN + "\"}"},
          {"POST", "/filing", "{\"filingNo\":\"9\"}"},
          {"POST", "/decisions", "{\"kind\":\"KEEP\",\"reason\":\"r\"}"},
          {"DELETE", "/decisions/current", null},
          {"POST", "/execution", "{}"},
          {"POST", "/restoration", "{}"}
        }) {
      HttpResponse<String> answer = send(late, write[0], group + write[1], write[2]);
      assertThat(answer.statusCode()).as(write[0] + write[1] + answer.body()).isEqualTo(409);
      assertThat(answer.body()).contains("urn:problem:web.stale-version");
    }
    HttpResponse<String> now = send(town, "GET", group, null);
    assertThat(now.body()).contains("\"乙\"");
    assertThat(now.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(
            send(town.with("If-Match", "\"2\""), "PUT", group + "/name", "{\"name\":\"丁\"}")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void whoHasSeenAVersionMakesNoNewGroup() {
    Asking late = town.with("If-Match", "\"3\"");

    assertThat(send(late, "PUT", BASE + "wr-never", "{\"name\":\"甲\"}").statusCode())
        .isEqualTo(404);
    assertThat(send(town, "GET", BASE + "wr-never", null).statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> send(
      Asking asking, String method, String path, @org.jspecify.annotations.Nullable String body) {
    return asking.send(method, path, body == null ? null : body.getBytes(UTF_8));
  }

  private static void assertSame(HttpResponse<String> again, HttpResponse<String> first) {
    assertThat(again.statusCode()).isEqualTo(first.statusCode());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
  }
}
