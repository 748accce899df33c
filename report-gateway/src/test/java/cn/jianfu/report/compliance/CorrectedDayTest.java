package cn.jianfu.report.compliance;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.active;
import static cn.jianfu.report.SampleEvents.filed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.Topics;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.GroupServiceDouble;
import cn.jianfu.report.TestUnits;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.closing.DayClosings;
import cn.jianfu.report.closing.domain.DayClosing;
import cn.jianfu.report.compliance.domain.Calculator;
import cn.jianfu.report.compliance.domain.TownCompliance;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.report.reference.Reference;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A day of three months ago, closed then, of which counters are corrected now. */
class CorrectedDayTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final LocalDate DAY = TODAY.minusMonths(3);
  private static final Instant CLOSED_AT = Instant.parse("2026-08-23T22:00:00Z");
  private static final String GROUP = PARTY_OFFICE + "/WECOM/corrected";
  private static final String TOWN = "/api/v1/towns/" + XINDIAN;

  @BeforeAll
  static void theDayIsClosedAsItIsKnownThen() {
    TestUnits.putInto(GATEWAY);
    try (GroupServiceDouble groupService = GATEWAY.groupService()) {
      groupService.says(GROUP, filed(GROUP, "更正群", DAY.minusDays(90)));
      groupService.says(counters(), 1, active(GROUP, DAY, 1));
    }
    await().atMost(PATIENCE).until(() -> counted() == 1);
    DayClosings closings = GATEWAY.context().getBean(DayClosings.class);
    closings.close(new DayClosing(Calculator.of(facts(), DAY), CLOSED_AT, false)).block();
  }

  @Test
  void aCorrectionThatComesMonthsLateRevisesItsDayAndNotWhatWasShown() {
    JsonNode shown = shownThen();
    assertThat(known().path("revision").path("differences")).isEmpty();

    try (GroupServiceDouble groupService = GATEWAY.groupService()) {
      groupService.says(counters(), 2, active(GROUP, DAY, 5));
    }

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(changed()).isNotEmpty());
    assertThat(changed()).contains("M06");
    assertThat(known().at("/revision/closedAt").asString()).isEqualTo(CLOSED_AT.toString());
    assertThat(shownThen()).isEqualTo(shown);

    JsonNode revision = known().path("revision");
    viewsAreLostAndRebuilt();

    assertThat(shownThen()).as("as it was shown").isEqualTo(shown);
    assertThat(known().path("revision")).as("in what it differs").isEqualTo(revision);
  }

  /** Rows of days are written anew for ninety days only; this one left them two days ago. */
  @Test
  void theCurveOfAnOldDayIsOfWhatIsKnownNow() {
    TownRow now = TownRow.of(facts(), Calculator.of(facts(), DAY));
    String band = "\"band\":\"" + now.band() + "\"";
    // Rows of before know of no withdrawals.
    String stale =
        EventJson.write(now).replace(band, "\"band\":\"RED\"").replace(",\"withdrawn\":null", "");
    assertThat(stale).contains("RED").doesNotContain("withdrawn");
    ReadSide side = GATEWAY.context().getBean(ReadSides.class).active();
    side.days().write(XINDIAN, Map.of(DAY, stale)).block();

    JsonNode trend = known().at("/town/trend");

    assertThat(trend).hasSize(90);
    assertThat(trend.get(89).path("day").asString()).isEqualTo(DAY.toString());
    assertThat(trend.get(89).path("band").asString()).isEqualTo(now.band().name());
  }

  @Test
  void whatWasShownIsTheLastDayThatHadBeenClosedByThen() {
    JsonNode then = json(TOWN + "?knownAt=2026-09-01T00:00:00Z");

    assertThat(then.at("/town/compliance/asOf").asString()).isEqualTo(DAY.toString());
    assertThat(then.at("/closing/closedAt").asString()).isEqualTo(CLOSED_AT.toString());
    assertThat(then.at("/closing/late").asBoolean()).isFalse();
    assertThat(then.path("findings").isNull()).as("lists are not kept").isTrue();
  }

  @Test
  void beforeTheFirstClosingNothingIsKnownOfWhatWasShown() {
    notFound(TOWN + "?knownAt=2026-08-23T21:59:59Z");
    notFound(TOWN + "?knownAt=2026-09-01T00:00:00Z&asOf=2026-08-22");
    notFound(TOWN + "?knownAt=2026-08-23T21:59:59Z&asOf=" + DAY);
  }

  /** Counters of three months ago, where the gateway keeps those of thirty days. */
  @Test
  void aDayWhoseCountersAreForgottenKeepsItsClosingAndIsNotComparedWithIt() {
    TownCompliance then = Calculator.of(facts(), DAY);

    assertThat(kept(30, then))
        .isEqualTo(new TownHistory.Kept(false, new TownHistory.Closing(CLOSED_AT, false), null));
    assertThat(kept(400, then).countersKept()).isTrue();
    assertThat(kept(400, then).revision()).isNotNull();
    assertThat(kept(30, Calculator.of(facts(), DAY.minusDays(1))).closing())
        .as("was not closed")
        .isNull();
    assertThat(known().path("countersKept").asBoolean(false)).isTrue();
    assertThat(known().at("/closing/closedAt").asString()).isEqualTo(CLOSED_AT.toString());
  }

  private static TownHistory.Kept kept(int windowDays, TownCompliance day) {
    var beans = GATEWAY.context();
    TownHistory history =
        new TownHistory(
            beans.getBean(DayClosings.class),
            beans.getBean(Reference.class),
            beans.getBean(DistrictClock.class),
            windowDays);
    return Objects.requireNonNull(history.kept(day).block());
  }

  @Test
  void whatWasShownOfATownIsNoneOfAnotherTownsBusiness() {
    GATEWAY
        .as("town-office", MAXIANG)
        .get()
        .uri(TOWN + "?knownAt=2026-09-01T00:00:00Z")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void aRunningGatewayClosesYesterdayAndPublishesIt() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(json(TOWN + "?asOf=" + TODAY.minusDays(1)).at("/revision/late").asString(""))
                .isEqualTo("false"));
    assertThat(json(TOWN).path("revision").isNull()).as("today is not over").isTrue();
    String subject = XINDIAN + "/" + TODAY.minusDays(1);
    await().atMost(PATIENCE).until(() -> published().contains(subject));
  }

  private static Set<String> published() {
    Set<String> subjects = new HashSet<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, GATEWAY.brokers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.partitionsFor(Topics.SUPERVISION_EVENTS).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      var ends = consumer.endOffsets(all);
      while (all.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> {
              if (record.key() != null) {
                subjects.add(record.key());
              }
            });
      }
    }
    return subjects;
  }

  private static void viewsAreLostAndRebuilt() {
    WebTestClient admin = GATEWAY.as("district-admin", DISTRICT);
    ReadSide lost = GATEWAY.context().getBean(ReadSides.class).active();
    lost.days().drop().block();
    lost.views().drop().block();
    admin.post().uri("/api/v1/rebuilds").exchange().expectStatus().isAccepted();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> {
          ReadSide now = GATEWAY.context().getBean(ReadSides.class).active();
          return now.generation() > lost.generation()
              && json("/api/v1/rebuilds/current").path("stage").asString().equals("DONE");
        });
  }

  private static void notFound(String uri) {
    GATEWAY
        .as("district-supervisor", DISTRICT)
        .get()
        .uri(uri)
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:problem:report.not-closed-by-then");
  }

  private static String counters() {
    return GROUP + "/" + DAY;
  }

  private static JsonNode known() {
    return json(TOWN + "?asOf=" + DAY);
  }

  private static List<String> changed() {
    return known()
        .at("/revision/differences")
        .valueStream()
        .map(it -> it.path("what").asString())
        .toList();
  }

  private static JsonNode shownThen() {
    JsonNode then = json(TOWN + "?asOf=" + DAY + "&knownAt=" + CLOSED_AT);
    assertThat(then.at("/town/compliance/asOf").asString()).isEqualTo(DAY.toString());
    return then;
  }

  private static JsonNode json(String uri) {
    return GatewayUnderTest.read(GATEWAY.as("district-supervisor", DISTRICT), uri);
  }

  private static TownFacts facts() {
    ReadSide side = GATEWAY.context().getBean(ReadSides.class).active();
    return Objects.requireNonNull(
        GATEWAY.context().getBean(TownFactsReader.class).readWhole(side.facts(), XINDIAN).block());
  }

  private static long counted() {
    return facts().groups().stream()
        .filter(group -> group.groupId().equals(GROUP) && group.days().containsKey(DAY))
        .count();
  }
}
