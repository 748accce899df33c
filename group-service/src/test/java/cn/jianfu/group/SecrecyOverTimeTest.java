package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.Topics;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A town's word on secrecy, from the first group to the second year, and what was found. */
class SecrecyOverTimeTest {

  private static final ServiceOverTime SERVICE = new ServiceOverTime();
  private static final String SECRECY = "/api/v1/secrecy/" + XINDIAN;
  private static final LocalDate BEGIN = LocalDate.of(2026, 5, 11);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void aTownStatesOnceAYearAndSaysWhatWasFound() {
    SERVICE.today(BEGIN);
    SERVICE.declare("any", "水利联络群");
    assertThat(secrecyFindings()).isEmpty();

    SERVICE.today(BEGIN.plusDays(31));
    assertThat(secrecyFindings())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.path("unit").asString()).isEqualTo(XINDIAN);
          assertThat(it.path("reasonZh").asString()).contains("从未作过保密声明", "2026-05-11");
        });
    SERVICE.send("PUT", SECRECY + "/statements/" + BEGIN.plusDays(31), "");
    assertThat(secrecyFindings()).isEmpty();

    report("leak-1", "{\"groupId\":\"%s/WECOM/any\",\"foundOn\":\"2026-06-01\"}");
    assertThat(secrecyFindings())
        .singleElement()
        .satisfies(
            it -> assertThat(it.path("evidence").path("kind").asString()).isEqualTo("INCIDENT"));
    assertThat(refusal("/statements/2026-06-10", "")).isEqualTo(409);
    report(
        "leak-1",
        "{\"groupId\":\"%s/WECOM/any\",\"foundOn\":\"2026-06-01\",\"resolvedOn\":\"2026-06-02\"}");
    assertThat(secrecyFindings()).isEmpty();

    report("leak-2", "{\"groupId\":\"%s/WECOM/any\",\"foundOn\":\"2026-06-03\"}");
    assertThat(secrecyFindings()).hasSize(1);
    String withdrawal = "/incidents/leak-2/withdrawal";
    SERVICE.send("PUT", SECRECY + withdrawal, "{\"reason\":\"群名看错了\"}");
    SERVICE.send("PUT", SECRECY + withdrawal, "{\"reason\":\"群名看错了\"}");
    assertThat(secrecyFindings()).isEmpty();
    assertThat(refusal(withdrawal.replace("leak-2", "leak-1"), "{\"reason\":\"误报\"}"))
        .isEqualTo(409);
    assertThat(refusal(withdrawal.replace("leak-2", "leak-3"), "{\"reason\":\"误报\"}"))
        .isEqualTo(404);
    assertThat(refusal(withdrawal, "{\"reason\":\" \"}")).isEqualTo(400);
    assertThat(refusal("/incidents/leak-2", "{\"foundOn\":\"2026-06-04\"}")).isEqualTo(409);

    // The statement, two incidents, and what became of each; repeats and refusals are no words.
    isTold("{\"on\":\"%s\",\"role\":\"town-system\",\"words\":5}".formatted(BEGIN.plusDays(31)));

    SERVICE.today(BEGIN.plusDays(31 + 365 + 31));
    assertThat(secrecyFindings())
        .singleElement()
        .satisfies(it ->
            assertThat(it.path("evidence").path("kind").asString()).isEqualTo("STATEMENT_EXPIRED"));
  }

  @Test
  void whatCannotBeIsDeclinedAtItsField() {
    SERVICE.today(BEGIN);
    SERVICE.declare("any", "水利联络群");

    assertThat(refusal("/statements/2026-05-12", "")).isEqualTo(422);
    assertThat(refusal("/incidents/a", "{\"foundOn\":\"2026-05-12\"}")).isEqualTo(422);
    assertThat(
            refusal("/incidents/a", "{\"foundOn\":\"2026-05-02\",\"resolvedOn\":\"2026-05-01\"}"))
        .isEqualTo(422);
    assertThat(
            refusal(
                "/incidents/a",
                "{\"groupId\":\"%s/WECOM/any\",\"foundOn\":\"2026-05-02\"}".formatted(MAXIANG)))
        .isEqualTo(400);
    assertThat(refusal("/incidents/a%20b", "{\"foundOn\":\"2026-05-02\"}")).isEqualTo(400);
  }

  private static void isTold(String said) {
    String brokers = GroupServiceUnderTest.shared().brokers();
    try (PublishedEvents events = new PublishedEvents(brokers, Topics.GROUP_EVENTS)) {
      assertThat(events.matching(it -> XINDIAN.equals(it.key()) && it.value().contains(said), 1))
          .hasSize(1);
    }
  }

  private static int refusal(String path, String body) {
    return SERVICE.town.refused("PUT", SECRECY + path, body.getBytes(UTF_8)).path("status").asInt();
  }

  private static void report(String id, String incident) {
    SERVICE.send("PUT", SECRECY + "/incidents/" + id, incident.formatted(XINDIAN));
  }

  private static List<JsonNode> secrecyFindings() {
    SERVICE.scan();
    return SERVICE.findings().stream()
        .filter(each -> each.path("rule").asString().equals("G-SECRET"))
        .toList();
  }
}
