package cn.jianfu.report;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.TOWN_OFFICE;
import static cn.jianfu.report.SampleEvents.filed;
import static cn.jianfu.report.SampleEvents.revived;
import static cn.jianfu.report.SampleEvents.zombie;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.group.FindingClearedV1;
import cn.jianfu.contracts.group.WorkGroupJoinedV1;
import cn.jianfu.contracts.group.WorkGroupSeparatedV1;
import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.messaging.EventJson;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What was said of a finding of a register's entry stands when the entry is joined. */
class CarriedJudgementsTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();

  @Test
  void whatWasConfirmedStaysSoAndSaysWhereFromUntilSomebodySaysOtherwise() {
    Pair pair = new Pair("carry-1");
    try (GroupServiceDouble groupService = GATEWAY.groupService()) {
      pair.found(groupService);
      judge(pair.former(), "confirmation");
      pair.joined(groupService);
    }

    shown(pair.latter(), "CONFIRMED");
    JsonNode said = finding(pair.latter()).path("judgements").get(0);
    assertThat(said.at("/carried/from").asString()).isEqualTo(pair.former());
    assertThat(said.path("reason").asString()).isEqualTo("已核实");

    discipline().delete().uri(handling(pair.latter())).exchange().expectStatus().isOk();
    shown(pair.latter(), "SUSPECTED");
    assertThat(finding(pair.latter()).path("judgements")).hasSize(2);
  }

  @Test
  void whatWasDismissedStaysSoAndIsOpenAgainWhenTheEntryIsAnotherAfterAll() {
    Pair pair = new Pair("carry-2");
    try (GroupServiceDouble groupService = GATEWAY.groupService()) {
      pair.found(groupService);
      judge(pair.former(), "dismissal");
      pair.joined(groupService);
      shown(pair.latter(), "DISMISSED");

      pair.separated(groupService);
      shown(pair.latter(), "SUSPECTED");
    }
  }

  /** A register's entry and the group that it goes on as, each with a finding. */
  private record Pair(String name) {

    String former() {
      return name + "-former";
    }

    String latter() {
      return name + "-latter";
    }

    private String entry() {
      return PARTY_OFFICE + "/WECOM/reg%3A" + name;
    }

    private String known() {
      return PARTY_OFFICE + "/WECOM/" + name;
    }

    void found(GroupServiceDouble groupService) {
      TestUnits.putInto(GATEWAY);
      groupService.says(entry(), filed(entry(), name, TODAY.minusDays(100)));
      groupService.says(known(), filed(known(), name, TODAY.minusDays(50)));
      groupService.says(former(), zombie(former(), entry(), TODAY.minusDays(9)));
      shown(former(), "SUSPECTED");
    }

    void joined(GroupServiceDouble groupService) {
      groupService.says(
          entry(), new WorkGroupJoinedV1(state("JOINED", known()), known(), TOWN_OFFICE));
      String cleared =
          EventJson.write(revived(former(), entry(), TODAY.minusDays(9), TODAY))
              .replace("\"DATA\"", "\"JOINED\"");
      groupService.says(former(), EventJson.read(cleared.getBytes(UTF_8), FindingClearedV1.class));
      groupService.says(latter(), zombie(latter(), known(), TODAY));
    }

    void separated(GroupServiceDouble groupService) {
      groupService.says(
          entry(), new WorkGroupSeparatedV1(state("FILED", null), known(), TOWN_OFFICE));
    }

    private WorkGroupV1 state(String state, @Nullable String into) {
      WorkGroupV1 group = filed(entry(), name, TODAY.minusDays(100)).group();
      String json =
          EventJson.write(group)
              .replace("\"state\":\"FILED\",\"conf", "\"state\":\"" + state + "\",\"conf");
      String told =
          into == null
              ? json
              : json.substring(0, json.length() - 1) + ",\"joinedInto\":\"" + into + "\"}";
      return EventJson.read(told.getBytes(UTF_8), WorkGroupV1.class);
    }
  }

  private static void judge(String finding, String verdict) {
    discipline()
        .post()
        .uri("/api/v1/findings/" + finding + "/" + verdict)
        .bodyValue(Map.of("reason", "已核实"))
        .exchange()
        .expectStatus()
        .isOk();
  }

  private static String handling(String finding) {
    return "/api/v1/findings/" + finding + "/handling";
  }

  private static void shown(String finding, String state) {
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> assertThat(finding(finding).path("state").asString()).isEqualTo(state));
  }

  private static JsonNode finding(String id) {
    return Objects.requireNonNull(
        discipline()
            .get()
            .uri("/api/v1/findings/" + id)
            .exchange()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody());
  }

  private static WebTestClient discipline() {
    return GATEWAY.as("district-supervisor", DISTRICT);
  }
}
