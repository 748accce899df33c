package cn.jianfu.report.console;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.SampleEvents.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.SampleEvents;
import cn.jianfu.report.TestUnits;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of a finding from what was published. */
class FindingPageGatewayTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
  private static final String GROUP = PARTY_OFFICE + "/QQ/finding-page";
  private static final String FINDING = "f-finding-page";

  @BeforeAll
  static void aGroupIsSilent() {
    TestUnits.putInto(GATEWAY);
    try (var says = GATEWAY.groupService()) {
      says.says(GROUP, SampleEvents.filed(GROUP, "巡查群", TODAY.minusDays(200)));
      says.says(GROUP + "/d", SampleEvents.active(GROUP, TODAY.minusDays(90), 4));
      says.says(FINDING, SampleEvents.zombie(FINDING, GROUP, TODAY.minusDays(3)));
    }
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() ->
            assertThat(page("district-supervisor", DISTRICT))
                .hasValueSatisfying(it -> {
                  assertThat(it.groups()).hasSize(1);
                  assertThat(it.chart()).isNotNull();
                }));
  }

  @Test
  void itShowsWhatItsGroupIsAndWhatWasCounted() {
    var page = page("town-office", XINDIAN).orElseThrow();

    assertThat(page.groups().getFirst().name()).isEqualTo("巡查群");
    assertThat(Objects.requireNonNull(page.chart()).known())
        .extracting(FindingPage.Line::at)
        .containsExactly(TODAY.minusDays(90).toString());
    assertThat(page.story()).extracting(FindingPage.Event::kind).containsExactly("RAISED");
    assertThat(page.open()).isTrue();
  }

  @Test
  void itSaysSinceWhenTheSourceIsSilentAndCountsNoFurther() {
    var page = page("town-office", XINDIAN).orElseThrow();

    assertThat(page.silentAfter()).isEqualTo(TODAY.minusDays(90));
    assertThat(page.measures())
        .extracting(FindingMeasure::name, FindingMeasure::value)
        .containsExactly(tuple("idle", 10.0));
  }

  @Test
  void whereAnotherSourceIsTakenAtItsWordTheIdleDaysGoOn() {
    String group = PARTY_OFFICE + "/QQ/left-out";
    LocalDate last = TODAY.minusDays(130);
    try (var says = GATEWAY.groupService()) {
      says.says(group, SampleEvents.filed(group, "弃用群", TODAY.minusDays(200)));
      says.says(group + "/d", SampleEvents.active(group, last, 4));
      says.says(
          "f-left-out",
          SampleEvents.saidByAnother(
              SampleEvents.zombie("f-left-out", group, TODAY.minusDays(3)), last));
    }
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() ->
            assertThat(page("f-left-out", "district-supervisor", DISTRICT))
                .hasValueSatisfying(it -> assertThat(it.groups()).hasSize(1)));

    var page = page("f-left-out", "district-supervisor", DISTRICT).orElseThrow();

    assertThat(page.silentAfter()).isNull();
    assertThat(page.measures()).extracting(FindingMeasure::value).containsExactly(100.0);
    assertThat(page.row().evidence())
        .extracting(FindingRow.Evidence::name)
        .contains("silentBy", "lastToldOn");
  }

  @Test
  void aSourceThatToldOfTheseDaysIsNotSilent() {
    String group = PARTY_OFFICE + "/QQ/not-silent";
    try (var says = GATEWAY.groupService()) {
      says.says(group, SampleEvents.filed(group, "值班群", TODAY.minusDays(200)));
      says.says(group + "/d", SampleEvents.active(group, TODAY.minusDays(6), 0));
      says.says("f-not-silent", SampleEvents.zombie("f-not-silent", group, TODAY.minusDays(3)));
    }
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() ->
            assertThat(page("f-not-silent", "district-supervisor", DISTRICT))
                .hasValueSatisfying(it -> assertThat(it.chart()).isNotNull()));

    var page = page("f-not-silent", "district-supervisor", DISTRICT).orElseThrow();

    assertThat(page.silentAfter()).isNull();
  }

  @Test
  void anotherTownDoesNotSeeIt() {
    assertThat(page("town-office", MAXIANG)).isEmpty();
  }

  @Test
  void aPastDayShowsTheFindingAsItStoodThen() {
    LocalDate raised = TODAY.minusDays(3);
    var then = page(FINDING, "town-office", XINDIAN, raised).orElseThrow();

    assertThat(then.asOf()).isEqualTo(raised);
    assertThat(then.today()).isFalse();
    assertThat(then.open()).isTrue();
    assertThat(page("town-office", XINDIAN).orElseThrow().today()).isTrue();
    assertThat(page(FINDING, "town-office", XINDIAN, TODAY.plusDays(9)).orElseThrow().today())
        .isTrue();
  }

  @Test
  void beforeItWasFoundThereIsNoPageOfIt() {
    assertThat(page(FINDING, "town-office", XINDIAN, TODAY.minusDays(4))).isEmpty();
  }

  private static Optional<FindingPage> page(String role, String unit) {
    return page(FINDING, role, unit);
  }

  private static Optional<FindingPage> page(String finding, String role, String unit) {
    return page(finding, role, unit, null);
  }

  private static Optional<FindingPage> page(
      String finding, String role, String unit, @Nullable LocalDate asOf) {
    var user = new ConsoleUser("issuer", "subject", "name", unit, Set.of(role));
    return GATEWAY
        .context()
        .getBean(FindingPages.class)
        .finding(user, finding, asOf)
        .blockOptional();
  }
}
