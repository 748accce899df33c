package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.HONGTIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.Topics;
import cn.jianfu.contracts.group.DeclinedPushesV1;
import cn.jianfu.contracts.group.PushesCountedV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.testkit.Asking;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What became of the rows of registers is told beside what systems push, without their words. */
class RegisterArrivalsTest {

  private static final String HEADER = "群名称,建群时间\n";
  private static final String GOOD = "到件甲群,2026-3-4\n";
  private static final String BAD = "到件乙群,张三说去年\n";

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final Asking clerk = service.clerk(HONGTIAN);

  @Test
  void rowsAreCountedOnceByWhatBecameOfThemAndWithoutTheirCells() {
    Asking keyed = clerk.with("Idempotency-Key", "arrivals-1");
    post(clerk, "?dryRun=true", HEADER + GOOD + BAD);
    post(clerk, "?atomic=true", HEADER + GOOD + BAD);
    String first = post(keyed, "", HEADER + GOOD + BAD);
    assertThat(post(keyed, "", HEADER + GOOD + BAD)).isEqualTo(first);
    post(clerk, "", HEADER + GOOD);
    String id = JsonMapper.shared().readTree(first).path("id").asString();

    try (PublishedEvents events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> {
            PushesCountedV1 last = lastOf(events);
            assertThat(last.source()).isEqualTo("#registers");
            assertThat(last.accepted()).isEqualTo(1);
            assertThat(last.unchanged()).isEqualTo(1);
            assertThat(last.declined())
                .as("asked in the import of all or nothing, and in the other")
                .singleElement()
                .satisfies(why -> {
                  assertThat(why.reason()).isEqualTo("group.register-row#register.date-unreadable");
                  assertThat(why.events()).isEqualTo(2);
                  assertThat(why.toString()).contains("…").doesNotContain("张三");
                  assertThat(latest(why)).contains(id + "/3");
                });
          });
    }
  }

  private static String latest(DeclinedPushesV1 why) {
    return Objects.requireNonNull(why.latest()).toString();
  }

  private static PushesCountedV1 lastOf(PublishedEvents events) {
    List<PushesCountedV1> counted =
        events.matching(each -> each.key().endsWith(HONGTIAN + "/#registers"), 1).stream()
            .map(each -> EventJson.read(each.value().getBytes(UTF_8), PushesCountedV1.class))
            .toList();
    return counted.getLast();
  }

  private static String post(Asking who, String query, String register) {
    var answer = who.send("POST", "/api/v1/imports" + query, register.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
