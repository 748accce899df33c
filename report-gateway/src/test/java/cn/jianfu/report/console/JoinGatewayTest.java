package cn.jianfu.report.console;

import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.TOWN_OFFICE;
import static cn.jianfu.report.SampleEvents.TOWN_SYSTEM;
import static cn.jianfu.report.SampleEvents.filed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.group.WorkGroupFiledV1;
import cn.jianfu.contracts.group.WorkGroupJoinedV1;
import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.TestUnits;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the gateway's own facts say of a register's entry and of the group that it is. */
class JoinGatewayTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
  private static final String ENTRY = PARTY_OFFICE + "/WECOM/reg%3Ajoins";
  private static final String GROUP = PARTY_OFFICE + "/WECOM/joins-1";
  private static final String ELSEWHERE = MAXIANG + "/WECOM/joins-2";

  private final JoinSource source = GATEWAY.context().getBean(JoinSource.class);

  @Test
  void anEntryMayBeAGroupOfItsUnitAndTheGroupKnowsItsEntriesAfterwards() {
    TestUnits.putInto(GATEWAY);
    try (var owner = GATEWAY.groupService()) {
      owner.says(ENTRY, new WorkGroupFiledV1(entry(""), TOWN_SYSTEM));
      owner.says(GROUP, filed(GROUP, "三防工作群", TODAY));
      owner.says(ELSEWHERE, filed(MAXIANG, MAXIANG, ELSEWHERE, "外镇群", TODAY));
      soon(() ->
          assertThat(page(XINDIAN, ENTRY).choices())
              .contains(new JoinPage.Other(GROUP, "三防工作群"))
              .noneMatch(it -> it.id().equals(ENTRY) || it.id().equals(ELSEWHERE)));
      assertThat(page(XINDIAN, GROUP).choices())
          .contains(new JoinPage.Other(ENTRY, "台账群"))
          .noneMatch(it -> it.id().equals(GROUP));
      assertThat(source.page(visit(MAXIANG), ENTRY).blockOptional()).isEmpty();

      String into = ",\"joinedInto\":\"" + GROUP + "\"";
      owner.says(ENTRY, new WorkGroupJoinedV1(entry(into), GROUP, TOWN_OFFICE));
      soon(() ->
          assertThat(page(XINDIAN, ENTRY).into()).isEqualTo(new JoinPage.Other(GROUP, "三防工作群")));
    }

    assertThat(page(XINDIAN, GROUP).joined()).containsExactly(new JoinPage.Other(ENTRY, "台账群"));
    var said = source.say(visit(XINDIAN), ENTRY, null, "k").block();
    assertThat(Objects.requireNonNull(Objects.requireNonNull(said).said()).why())
        .as("without a token nobody is asked")
        .isEqualTo("NOT_ASKED");
  }

  private static WorkGroupV1 entry(String more) {
    String json = EventJson.write(filed(ENTRY, "台账群", TODAY).group());
    String listed =
        json.replace("\"externalId\":\"" + ENTRY, "\"externalId\":\"reg:joins")
            .replace(
                "\"state\":\"FILED\",\"conf",
                more.isEmpty() ? "\"state\":\"FILED\",\"conf" : "\"state\":\"JOINED\",\"conf");
    String whole = listed.substring(0, listed.length() - 1) + more + "}";
    return EventJson.read(whole.getBytes(UTF_8), WorkGroupV1.class);
  }

  private JoinPage page(String unit, String id) {
    return Objects.requireNonNull(source.page(visit(unit), id).block());
  }

  private static void soon(Runnable holds) {
    await().atMost(Duration.ofSeconds(90)).ignoreExceptions().untilAsserted(holds::run);
  }

  private static RegisterVisit visit(String unit) {
    var user = new ConsoleUser("i", "s", "n", unit, Set.of("town-office"));
    return new RegisterVisit(user, null, Locale.ENGLISH);
  }
}
