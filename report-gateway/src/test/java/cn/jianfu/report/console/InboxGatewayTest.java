package cn.jianfu.report.console;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.SampleEvents.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.contracts.group.TransitionV1;
import cn.jianfu.contracts.group.WorkGroupFiledV1;
import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.SampleEvents;
import cn.jianfu.report.TestUnits;
import cn.jianfu.report.console.InboxPage.Card;
import cn.jianfu.report.console.InboxPage.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** Inboxes of the gateway's own read side. */
class InboxGatewayTest {

  private static final ConsoleUser TOWN =
      new ConsoleUser("i", "t", "n", PARTY_OFFICE, Set.of("town-office"));
  private static final ConsoleUser SUPERVISOR =
      new ConsoleUser("i", "s", "n", DISTRICT, Set.of("district-supervisor"));
  private static final ConsoleUser ADMINISTRATOR =
      new ConsoleUser("i", "a", "n", DISTRICT, Set.of("district-admin"));

  private static GatewayUnderTest gateway;

  @BeforeAll
  static void start() {
    gateway = GatewayUnderTest.shared();
    TestUnits.putInto(gateway);
    try (var service = gateway.groupService()) {
      for (var unit : List.of(PARTY_OFFICE, MAXIANG)) {
        var town = unit.equals(MAXIANG) ? MAXIANG : XINDIAN;
        service.says(
            id(unit, "overdue"),
            group(town, unit, "overdue", "PERMANENT", null, "DISSOLVE", TODAY.minusDays(3)));
        service.says(
            id(unit, "ending"),
            group(town, unit, "ending", "TEMPORARY", TODAY.plusDays(7), null, TODAY));
      }
      service.says("f-inbox", SampleEvents.zombie("f-inbox", id(PARTY_OFFICE, "ending"), TODAY));
      service.says("f-other", SampleEvents.zombie("f-other", id(PARTY_OFFICE, "overdue"), TODAY));
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          assertThat(links(TOWN, Kind.EXECUTE)).isNotEmpty();
          assertThat(links(TOWN, Kind.DECIDE)).isNotEmpty();
          assertThat(links(SUPERVISOR, Kind.SUSPECTED)).isNotEmpty();
        });
  }

  @Test
  void aTownHasItsOwnGroupsToDecideAndToEndAndNobodyElses() {
    var page = inbox(TOWN);
    var execute = card(page, Kind.EXECUTE).orElseThrow();
    assertThat(execute.overdue()).isPositive();
    assertThat(Objects.requireNonNull(execute.due()).on()).isBeforeOrEqualTo(TODAY.minusDays(3));
    assertThat(links(TOWN, Kind.ENDING)).contains(InboxLinks.group(id(PARTY_OFFICE, "ending")));
    assertThat(links(TOWN, Kind.DECIDE)).contains(InboxLinks.group(id(PARTY_OFFICE, "ending")));
    assertThat(page.toString()).doesNotContain(MAXIANG, "马巷镇");
  }

  @Test
  void whatGroupServiceDoesNotTellIsSaidAndNothingIsHeldBack() {
    assertThat(card(inbox(TOWN), Kind.SECRECY))
        .hasValueSatisfying(it ->
            assertThat(it.missing())
                .extracting(InboxPage.Label::key)
                .containsExactly("secrecy.missing.NOT_ASKED"));
  }

  @Test
  void aContestIsTheDistrictsToAnswerAndTheAnswerIsTheTownsToRead() {
    long waiting = count(SUPERVISOR, Kind.CONTESTED);
    long answered = count(TOWN, Kind.ANSWERED);
    say("town-office", PARTY_OFFICE, "contests", "汛期仍在使用");
    assertThat(count(SUPERVISOR, Kind.CONTESTED)).isEqualTo(waiting + 1);
    assertThat(count(TOWN, Kind.ANSWERED)).isEqualTo(answered);

    say("district-supervisor", DISTRICT, "confirmation", "经核实属实");
    assertThat(count(SUPERVISOR, Kind.CONTESTED)).isEqualTo(waiting);
    assertThat(count(TOWN, Kind.ANSWERED)).isEqualTo(answered + 1);
    assertThat(links(TOWN, Kind.CONFIRMED)).isNotEmpty();
  }

  @Test
  void whatIsGravestIsJudgedFirstAndOfThatWhatHasWaitedLongest() {
    try (var service = gateway.groupService()) {
      for (int i = 0; i <= Card.SHOWN; i++) {
        service.says("f-minor-" + i, finding("f-minor-" + i, "m", TODAY.minusDays(9)));
      }
      service.says("f-grave-new", finding("f-grave-new", "B", TODAY));
      service.says("f-grave-old", finding("f-grave-old", "B", TODAY.minusDays(1)));
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(links(SUPERVISOR, Kind.SUSPECTED))
                .containsSubsequence("/findings/f-grave-old", "/findings/f-grave-new"));
    var severities =
        card(inbox(SUPERVISOR), Kind.SUSPECTED).orElseThrow().items().stream()
            .map(it -> String.valueOf(it.notes().getFirst().key()))
            .toList();
    assertThat(severities)
        .hasSize(Card.SHOWN)
        .isSortedAccordingTo(Comparator.comparingInt(it -> "BMm".indexOf(it.charAt(9))));
  }

  private static FindingRaisedV1 finding(String id, String severity, LocalDate raisedOn) {
    return SampleEvents.ofSeverity(
        severity, SampleEvents.zombieOf(MAXIANG, id, id(MAXIANG, "overdue"), raisedOn));
  }

  /** The cards lead there: what they count is what is found. */
  @Test
  void aCardCountsWhatItsRegisterShows() {
    for (var user : List.of(TOWN, community())) {
      var register = register(user);
      assertThat(register.rows()).isNotEmpty();
      for (var kind : List.of(Kind.EXECUTE, Kind.DECIDE, Kind.ENDING)) {
        var todo = kind.name().toLowerCase(Locale.ROOT);
        assertThat(count(user, kind))
            .as("%s of %s", todo, user.unit())
            .isPositive()
            .isEqualTo(register.count(todo));
        assertThat(card(inbox(user), kind).orElseThrow().address())
            .isEqualTo("/register?todo=" + todo);
      }
    }
  }

  private static ConsoleUser community() {
    return new ConsoleUser("i", "c", "n", PARTY_OFFICE, Set.of("community"));
  }

  private static RegisterPage register(ConsoleUser user) {
    var visit = new RegisterVisit(user, null, Locale.CHINESE);
    return gateway
        .context()
        .getBean(RegisterSource.class)
        .page(visit, RegisterQuery.of(new LinkedMultiValueMap<>()), RegisterForm.NONE)
        .blockOptional()
        .orElseThrow();
  }

  @Test
  void whoKeepsTheReferenceDataIsNotAskedToJudge() {
    assertThat(card(inbox(SUPERVISOR), Kind.SUSPECTED)).isPresent();
    assertThat(inbox(ADMINISTRATOR).cards())
        .extracting(Card::kind)
        .doesNotContain(Kind.SUSPECTED, Kind.CONTESTED, Kind.DECIDE);
  }

  private static void say(String role, String unit, String what, String reason) {
    gateway
        .as(role, unit)
        .post()
        .uri("/api/v1/findings/f-inbox/" + what)
        .header("Idempotency-Key", "inbox-" + what)
        .bodyValue(Map.of("reason", reason))
        .exchange()
        .expectStatus()
        .is2xxSuccessful();
  }

  private static InboxPage inbox(ConsoleUser user) {
    var source = gateway.context().getBean(InboxSource.class);
    var visit = new UnitVisit(user, user.unit(), null, Locale.CHINESE);
    return source.inbox(visit).blockOptional().orElseThrow();
  }

  private static Optional<Card> card(InboxPage page, Kind kind) {
    return page.cards().stream().filter(it -> it.kind() == kind).findFirst();
  }

  private static long count(ConsoleUser user, Kind kind) {
    return card(inbox(user), kind).map(Card::count).orElse(0L);
  }

  private static List<String> links(ConsoleUser user, Kind kind) {
    return card(inbox(user), kind).stream()
        .flatMap(it -> it.items().stream())
        .map(InboxPage.Item::address)
        .toList();
  }

  private static String id(String unit, String name) {
    return unit + "/WECOM/inbox-" + name;
  }

  private static WorkGroupFiledV1 group(
      String town,
      String unit,
      String name,
      String kind,
      @Nullable LocalDate validUntil,
      @Nullable String decision,
      LocalDate dueOn) {
    var on = TODAY.minusDays(60);
    return new WorkGroupFiledV1(
        new WorkGroupV1(
            id(unit, name),
            unit,
            town,
            "WECOM",
            "inbox-" + name,
            name,
            kind,
            null,
            null,
            null,
            unit,
            "备2026-9",
            on,
            validUntil,
            null,
            null,
            null,
            null,
            on,
            on,
            name,
            null,
            "FILED",
            "API",
            List.of(),
            List.of(new TransitionV1("DECLARED", on), new TransitionV1("FILED", on)),
            decision == null
                ? null
                : new DecisionV1(
                    decision,
                    "不再使用",
                    SampleEvents.TOWN_OFFICE,
                    TODAY.minusDays(13),
                    dueOn,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null),
            null),
        SampleEvents.TOWN_SYSTEM);
  }
}
