package cn.jianfu.report.console;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.SampleEvents.TODAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.SampleEvents;
import cn.jianfu.report.TestUnits;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the district has confirmed is not withdrawn, until it takes that back. */
class WithdrawingIncidentsTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
  private static final String FINDING = "f-leak";
  private static final String GROUP = PARTY_OFFICE + "/WECOM/leak";

  @Test
  void aConfirmedIncidentIsNotWithdrawnUntilTheConfirmationIsTakenBack() {
    TestUnits.putInto(GATEWAY);
    try (var service = GATEWAY.groupService()) {
      service.says(FINDING, incident("leak-1"));
    }
    assertThat(withdrawn("leak-1")).isNotInstanceOf(SecrecyReply.Confirmed.class);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            GATEWAY
                .as("discipline", DISTRICT)
                .post()
                .uri("/api/v1/findings/" + FINDING + "/confirmation")
                .bodyValue(Map.of("reason", "已核实"))
                .exchange()
                .expectStatus()
                .isOk());
    assertThat(withdrawn("leak-1")).isInstanceOf(SecrecyReply.Confirmed.class);
    assertThat(withdrawn("leak-2")).isNotInstanceOf(SecrecyReply.Confirmed.class);

    GATEWAY
        .as("discipline", DISTRICT)
        .delete()
        .uri("/api/v1/findings/" + FINDING + "/handling")
        .exchange()
        .expectStatus()
        .isOk();
    assertThat(withdrawn("leak-1")).isNotInstanceOf(SecrecyReply.Confirmed.class);
  }

  private static SecrecyReply withdrawn(String incident) {
    var town = new ConsoleUser("i", "t", "n", PARTY_OFFICE, Set.of("town-office"));
    var form = new SecrecyForm(SecrecyForm.Say.WITHDRAW, true, incident, "", "", "", "群名看错了");
    return GATEWAY
        .context()
        .getBean(ConsoleSource.class)
        .say(new UnitVisit(town, PARTY_OFFICE, "token", Locale.CHINESE), form)
        .blockOptional()
        .orElseThrow();
  }

  private static FindingRaisedV1 incident(String id) {
    var json =
        EventJson.write(SampleEvents.zombie(FINDING, GROUP, TODAY.minusDays(2)))
            .replace("\"G-ZOMB\"", "\"G-SECRET\"")
            .replaceFirst(
                "(\"subjectKey\"\\s*:\\s*)\"[^\"]*\"",
                "$1\"" + PARTY_OFFICE + "|incident:" + id + "\"");
    return EventJson.read(json.getBytes(UTF_8), FindingRaisedV1.class);
  }
}
