package cn.jianfu.report.console;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.supervision.ExemptionV1;
import cn.jianfu.contracts.supervision.WorkCalendarV1;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.TestUnits;
import cn.jianfu.web.problem.ProblemException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;

/** What the console writes is what the API reads, and the other way round. */
class ReferenceGatewayTest {

  private static final int YEAR = 2101;
  private static final ExemptionQuery ALL = new ExemptionQuery(ExemptionQuery.Show.ALL, 1);
  private static final ConsoleUser ADMINISTRATOR =
      new ConsoleUser("i", "s", "n", DISTRICT, Set.of("district-admin"));
  private static final ConsoleUser TOWN =
      new ConsoleUser("i", "t", "n", PARTY_OFFICE, Set.of("town-office"));
  private static final ConsoleUser SUPERVISOR =
      new ConsoleUser("i", "u", "n", DISTRICT, Set.of("district-supervisor"));

  private static GatewayUnderTest gateway;

  @BeforeAll
  static void start() {
    gateway = GatewayUnderTest.shared();
    TestUnits.putInto(gateway);
  }

  @Test
  void aCalendarIsBegunAndMarkedForTheApiToRead() {
    assertThat(source().calendar(ADMINISTRATOR, YEAR).block())
        .isNotNull()
        .matches(page -> !page.known());
    assertThat(change(YEAR, calendar("BEGIN", 0, "from", "08:30", "to", "17:30")))
        .isInstanceOf(ReferenceReply.Taken.class);
    assertThat(change(YEAR, calendar("HOLIDAY", 1, "day", "2101-10-01", "until", "2101-10-03")))
        .isInstanceOf(ReferenceReply.Taken.class);

    var read = readCalendar(YEAR);
    assertThat(read.from()).isEqualTo(LocalTime.of(8, 30));
    assertThat(read.holidays())
        .containsExactly(
            LocalDate.of(2101, 10, 1), LocalDate.of(2101, 10, 2), LocalDate.of(2101, 10, 3));
  }

  @Test
  void whoHasSeenAnOlderCalendarOverwritesNothing() {
    int year = YEAR + 1;
    change(year, calendar("BEGIN", 0, "from", "08:00", "to", "18:00"));
    overRest(year);

    assertThat(change(year, calendar("HOLIDAY", 1, "day", year + "-05-01")))
        .isInstanceOf(ReferenceReply.Overtaken.class);
    assertThat(change(year, calendar("BEGIN", 0, "from", "08:00", "to", "18:00")))
        .isInstanceOf(ReferenceReply.Overtaken.class);
    assertThat(readCalendar(year).holidays()).containsExactly(LocalDate.of(year, 1, 1));
    assertThat(change(year, calendar("HOLIDAY", 1, "day", year + "-01-01")))
        .isInstanceOfSatisfying(
            ReferenceReply.Taken.class, it -> assertThat(it.changed()).isFalse());
  }

  @Test
  void anExemptionIsAddedAndEndedForTheApiToRead() {
    exempt(adding("console-1", XINDIAN, "2026-12-31"));
    assertThat(readExemption("console-1"))
        .isEqualTo(
            new ExemptionV1(
                "console-1",
                "G-MEGA",
                XINDIAN,
                null,
                "汛期值守",
                "区委办",
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 12, 31),
                null));

    assertThat(exempt(ending("console-1", 9))).isInstanceOf(ReferenceReply.Overtaken.class);
    assertThat(readExemption("console-1").to()).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(exempt(ending("console-1", 1))).isInstanceOf(ReferenceReply.Taken.class);
    assertThat(readExemption("console-1").to()).isEqualTo(LocalDate.of(2026, 11, 23));
  }

  @Test
  void theAuditLogNamesTheUserOfTheConsole() {
    exempt(adding("audited", XINDIAN, "2026-12-31"));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(read("/api/v1/audit?subject=exemption/audited", String.class))
                .contains("\\\"issuer\\\":\\\"i\\\"", "\\\"subject\\\":\\\"s\\\"")
                .contains("\\\"role\\\":\\\"district-admin\\\""));
  }

  @Test
  void theApisRulesHoldForTheConsole() {
    assertThat(exempt(adding("console-2", XINDIAN, "2026-10-31")))
        .isInstanceOfSatisfying(
            ReferenceReply.Declined.class,
            it -> assertThat(it.faults().toString()).contains("field=/to"));
    assertThat(exempt(adding("console-2", XINDIAN, "2027-11-02")))
        .isInstanceOfSatisfying(
            ReferenceReply.Declined.class,
            it -> assertThat(it.faults().toString()).contains("LASTS_TOO_LONG", "field=/to"));
    assertThat(exempt(adding("console-2", "350213999999", "2026-12-31")))
        .isInstanceOfSatisfying(
            ReferenceReply.Declined.class,
            it -> assertThat(it.faults().toString()).contains("field=/scopeUnit"));
    assertThat(source().exempt(ADMINISTRATOR, ALL, ending("console-2", 1)).blockOptional())
        .isEmpty();
  }

  @Test
  void onlyWhoMayOverTheApiMayHere() {
    for (var user : new ConsoleUser[] {TOWN, SUPERVISOR}) {
      var added = source().exempt(user, ALL, adding("console-3", XINDIAN, "2026-12-31"));
      assertThatThrownBy(added::block).isInstanceOf(ProblemException.class);
      var begun =
          source().change(user, YEAR + 3, calendar("BEGIN", 0, "from", "08:00", "to", "18:00"));
      assertThatThrownBy(begun::block).isInstanceOf(ProblemException.class);
    }
    assertThat(source().exempt(ADMINISTRATOR, ALL, ending("console-3", 1)).blockOptional())
        .isEmpty();
    assertThat(source().calendar(ADMINISTRATOR, YEAR + 3).block())
        .isNotNull()
        .matches(page -> !page.known());
  }

  @Test
  void aTownSeesItsOwnExemptionsAndThoseOfTheDistrict() {
    exempt(adding("seen-own", PARTY_OFFICE, "2026-12-31"));
    exempt(adding("seen-all", DISTRICT, "2026-12-31"));
    exempt(adding("seen-not", MAXIANG, "2026-12-31"));

    assertThat(Objects.requireNonNull(source().exemptions(TOWN, ALL).block()).rows())
        .extracting(ExemptionsPage.Row::id)
        .contains("seen-own", "seen-all")
        .doesNotContain("seen-not");
    assertThat(Objects.requireNonNull(source().exemptions(SUPERVISOR, ALL).block()).rows())
        .extracting(ExemptionsPage.Row::id)
        .contains("seen-own", "seen-all", "seen-not");
  }

  private static ReferenceReply<CalendarPage> change(int year, CalendarForm form) {
    return Objects.requireNonNull(source().change(ADMINISTRATOR, year, form).block());
  }

  private static ReferenceReply<ExemptionsPage> exempt(ExemptionForm form) {
    return Objects.requireNonNull(source().exempt(ADMINISTRATOR, ALL, form).block());
  }

  private static CalendarForm calendar(String say, long version, String... fields) {
    var sent = new LinkedMultiValueMap<String, String>();
    sent.add("say", say);
    sent.add("version", String.valueOf(version));
    for (int at = 0; at < fields.length; at += 2) {
      sent.add(fields[at], fields[at + 1]);
    }
    return CalendarForm.of(sent);
  }

  private static ExemptionForm adding(String id, String unit, String to) {
    return new ExemptionForm(
        ExemptionForm.Say.ADD, id, 0, "G-MEGA", unit, "汛期值守", "区委办", "2026-11-01", to);
  }

  private static ExemptionForm ending(String id, long version) {
    return new ExemptionForm(ExemptionForm.Say.END, id, version, "", "", "", "", "", "");
  }

  private static void overRest(int year) {
    gateway
        .as("district-admin", DISTRICT)
        .put()
        .uri("/api/v1/calendars/" + year)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(
            Map.of(
                "holidays",
                new String[] {year + "-01-01"},
                "makeUpWorkdays",
                new String[0],
                "from",
                "08:00",
                "to",
                "18:00"))
        .exchange()
        .expectStatus()
        .is2xxSuccessful();
  }

  private static WorkCalendarV1 readCalendar(int year) {
    return read("/api/v1/calendars/" + year, WorkCalendarV1.class);
  }

  private static ExemptionV1 readExemption(String id) {
    return read("/api/v1/exemptions/" + id, ExemptionV1.class);
  }

  private static <T> T read(String path, Class<T> type) {
    return Objects.requireNonNull(
        gateway
            .as("district-admin", DISTRICT)
            .get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(type)
            .returnResult()
            .getResponseBody());
  }

  private static ConsoleSource source() {
    return gateway.context().getBean(ConsoleSource.class);
  }
}
