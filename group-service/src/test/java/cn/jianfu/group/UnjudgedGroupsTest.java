package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.HONGTIAN;
import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who lacks data is named, until it is sent. */
class UnjudgedGroupsTest {

  private static final ServiceOverTime SERVICE = new ServiceOverTime();
  private static final LocalDate BEGIN = LocalDate.of(2026, 5, 11);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void theGroupsThatARuleCouldNotJudgeAreListed() {
    SERVICE.today(BEGIN);
    SERVICE.declare("counted", "有数据的群");
    SERVICE.declare("silent", "没有数据的群");
    SERVICE.today(BEGIN.plusDays(70));
    count("counted", 0, 69);
    SERVICE.scan();

    assertThat(groups("G-ZOMB", XINDIAN)).containsExactly(XINDIAN + "/WECOM/silent");
    assertThat(unjudged("G-ZOMB", XINDIAN).path("day").asString())
        .isEqualTo(BEGIN.plusDays(70).toString());
    assertThat(groups("G-ZOMB", HONGTIAN)).as("another unit").isEmpty();
    assertThat(groups("G-NONE", XINDIAN)).as("no rule").isEmpty();

    assertThat(SERVICE.admin.send("GET", "/api/v1/unjudged?rule=G-ZOMB", null).body())
        .as("all that a district has")
        .contains("WECOM/silent");
    String ofTown = "/api/v1/unjudged?rule=G-ZOMB&town=";
    assertThat(SERVICE.admin.send("GET", ofTown + XINDIAN, null).body()).contains("WECOM/silent");
    assertThat(SERVICE.admin.send("GET", ofTown + DISTRICT, null).body())
        .as("of the departments alone")
        .doesNotContain("WECOM/silent");
    assertThat(SERVICE.read(ofTown + MAXIANG).path("groups")).as("of another town").isEmpty();

    count("silent", 0, 69);
    SERVICE.scan();
    assertThat(groups("G-ZOMB", XINDIAN)).isEmpty();
    assertThat(unjudged("G-ZOMB", XINDIAN).path("day").isMissingNode()).isFalse();
  }

  private static void count(String group, int first, int last) {
    for (int day = first; day <= last; day++) {
      SERVICE.day(group, BEGIN.plusDays(day), "\"messages\":9,\"activeSenders\":3");
    }
  }

  private static List<String> groups(String rule, String unit) {
    return unjudged(rule, unit).path("groups").valueStream().map(JsonNode::asString).toList();
  }

  private static JsonNode unjudged(String rule, String unit) {
    return SERVICE.read("/api/v1/unjudged?rule=" + rule + "&unit=" + unit);
  }
}
