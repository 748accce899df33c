package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With the logins that services have at the broker that Compose runs. */
@Tag("containers")
class OnlyTheOwnerWritesTest {

  private static final String REFUSED = " TopicAuthorizationException";

  @Test
  void groupServiceWritesAndChangesItsOwnTopicAndNoneOfTheGateways() {
    String printed =
        platform()
            .probed(
                "group-kafka.properties",
                "write group.events change group.events"
                    + " write supervision.events change supervision.events"
                    + " write group.events.report.dlt.again"
                    + " delete supervision.events.report.dlt");

    assertThat(printed.lines())
        .containsExactly(
            "write group.events done",
            "change group.events done",
            "write supervision.events" + REFUSED,
            "change supervision.events" + REFUSED,
            "write group.events.report.dlt.again" + REFUSED,
            "delete supervision.events.report.dlt" + REFUSED);
  }

  @Test
  void theGatewayWritesItsOwnTopicsAndSendsBackButWritesNoneOfGroupServices() {
    String printed =
        platform()
            .probed(
                "report-kafka.properties",
                "write report.views write group.events.report.dlt.again"
                    + " write group.events.group-history.dlt.again"
                    + " write group.events change group.events"
                    + " write group.events.group-history.dlt delete group.activity");

    assertThat(printed.lines())
        .containsExactly(
            "write report.views done",
            "write group.events.report.dlt.again done",
            "write group.events.group-history.dlt.again done",
            "write group.events" + REFUSED,
            "change group.events" + REFUSED,
            "write group.events.group-history.dlt" + REFUSED,
            "delete group.activity" + REFUSED);
  }

  private static ContainerPlatform platform() {
    return (ContainerPlatform) PlatformUnderTest.running();
  }
}
