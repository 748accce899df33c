package cn.jianfu.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A source that stops sending a counter has not put right what the counter showed. */
class SilentSourceTest {

  private static final ServiceOverTime SERVICE = new ServiceOverTime();
  private static final LocalDate BEGIN = LocalDate.of(2026, 5, 11);
  private static final String ALL =
      "{\"messages\":9,\"activeSenders\":3,\"taskPosts\":0,\"mentionAll\":0,\"ackOnly\":0,"
          + "\"likes\":0,\"checkInChains\":0,\"materialRequests\":%d,\"proofDemands\":0,"
          + "\"replyDemands\":0,\"tasksWithoutNotice\":0}";

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void whatTheStoreHasOfADayThatIsNotToldIsUnknownToTheScan() {
    SERVICE.today(BEGIN);
    SERVICE.declare("asks", "报表群");
    SERVICE.today(BEGIN.plusDays(28));
    count(0, 26, ALL.formatted(0));
    count(27, 27, ALL.formatted(2));
    assertThat(demands()).hasSize(1);

    SERVICE.today(BEGIN.plusDays(70));
    count(42, 69, "{\"messages\":9,\"activeSenders\":3}");
    assertThat(demands()).as("nobody says that it has ended").hasSize(1);

    count(42, 69, ALL.formatted(0));
    assertThat(demands()).isEmpty();
  }

  private static void count(int first, int last, String counters) {
    for (int day = first; day <= last; day++) {
      SERVICE.send(
          "PUT", ServiceOverTime.GROUPS + "asks/activity/" + BEGIN.plusDays(day), counters);
    }
  }

  private static List<JsonNode> demands() {
    SERVICE.scan();
    return SERVICE.findings().stream()
        .filter(each -> each.path("rule").asString().equals("G-DUMP"))
        .toList();
  }
}
