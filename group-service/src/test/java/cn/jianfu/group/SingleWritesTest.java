package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.Topics;
import cn.jianfu.contracts.group.DeclinedEventV1;
import cn.jianfu.contracts.group.DeclinedPushesV1;
import cn.jianfu.contracts.group.PushesCountedV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What systems write one by one is counted beside what they push as events; nothing else is. */
class SingleWritesTest {

  private static final GroupServiceUnderTest SERVICE = GroupServiceUnderTest.shared();
  private static final String GROUP = "/api/v1/groups/" + XINDIAN + "/WECOM/single-writes";
  private static final String NAMED = "{\"name\":\"逐条写入的群\",\"kind\":\"PERMANENT\"}";
  private static final String DAY = GROUP + "/activity/2026-11-26";

  @Test
  void systemsAreCountedUnderTheirAccountAndPeopleAndTrialsAreNot() {
    Asking system = asking("single-writer", "town-system");
    assertThat(put(system, GROUP, NAMED)).isEqualTo(201);
    assertThat(put(system, DAY, "{\"messages\":5}")).isEqualTo(200);
    assertThat(put(system, DAY, "{\"messages\":-5}")).isEqualTo(422);
    assertThat(put(system, DAY + "?dryRun=true", "{\"messages\":6}")).isEqualTo(200);
    assertThat(put(system, GROUP.replace(XINDIAN, MAXIANG), NAMED)).isEqualTo(403);
    assertThat(put(asking("a-clerk", "town-office"), DAY, "{\"messages\":7}")).isEqualTo(200);

    try (PublishedEvents events = new PublishedEvents(SERVICE.brokers(), Topics.GROUP_EVENTS)) {
      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(() ->
              assertThat(lastOf(events, "single-writer"))
                  .satisfies(it -> assertThat(it.unit()).isEqualTo(XINDIAN))
                  .satisfies(it -> assertThat(it.accepted()).isEqualTo(2))
                  .satisfies(it ->
                      assertThat(it.declined())
                          .extracting(DeclinedPushesV1::reason)
                          .containsExactlyInAnyOrder(
                              "web.forbidden", "group.counters-contradict#negative"))
                  .satisfies(it ->
                      assertThat(it.declined())
                          .flatExtracting(why -> Objects.requireNonNull(why.latest()))
                          .extracting(
                              DeclinedEventV1::id, DeclinedEventV1::type, DeclinedEventV1::group)
                          .containsExactlyInAnyOrder(
                              tuple(null, "PUT groups/activity", GROUP.substring(15)),
                              // Of another town's group only that there was one.
                              tuple(null, "PUT groups", null))));
      assertThat(events.matching(each -> each.key().endsWith("#a-clerk"), 0)).isEmpty();
    }
  }

  /** A mistyped address is the first thing that a developer sends. */
  @Test
  void whatIsSentToAnAddressThatThereIsNotIsAnsweredSoAndCounted() {
    Asking system = asking("mistyping-writer", "town-system");
    assertThat(put(system, GROUP + "/no-such-thing", NAMED)).isEqualTo(404);
    assertThat(put(system, GROUP + "/execution", NAMED)).isEqualTo(405);

    try (PublishedEvents events = new PublishedEvents(SERVICE.brokers(), Topics.GROUP_EVENTS)) {
      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(() ->
              assertThat(lastOf(events, "mistyping-writer").declined())
                  .flatExtracting(why -> Objects.requireNonNull(why.latest()))
                  .extracting(DeclinedEventV1::type)
                  .containsExactlyInAnyOrder("PUT groups", "PUT groups"));
    }
  }

  private static PushesCountedV1 lastOf(PublishedEvents events, String account) {
    List<PushesCountedV1> counted =
        events.matching(each -> each.key().endsWith("#" + account), 1).stream()
            .map(each -> EventJson.read(each.value().getBytes(UTF_8), PushesCountedV1.class))
            .toList();
    return counted.getLast();
  }

  private static int put(Asking who, String path, String body) {
    return who.send("PUT", path, body.getBytes(UTF_8)).statusCode();
  }

  private static Asking asking(String account, String role) {
    String token = TestTokens.shared().token(account, List.of(role), XINDIAN);
    return Asking.of(SERVICE.port(), "Bearer " + token).with("Content-Type", "application/json");
  }
}
