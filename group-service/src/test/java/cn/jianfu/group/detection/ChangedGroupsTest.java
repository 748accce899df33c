package cn.jianfu.group.detection;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN_OFFICE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.GroupServiceUnderTest;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.ScanScope;
import cn.jianfu.group.finding.Finding;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Await;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/**
 * A look at one changed group finds and clears what a scan of all would. In order, because nothing
 * has been scanned before the first, and days pass in the last three.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangedGroupsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final int GROUPS = 12;
  private static final String ALL =
      IntStream.range(40, 60)
          .mapToObj("{\"id\":\"p%d\"}"::formatted)
          .collect(Collectors.joining(",", "{\"members\":[", "]}"));

  private static final String VETERAN =
      "{\"name\":\"%s\",\"createdOn\":\"2019-01-01\",\"ownerId\":\"p40\"%s}";

  private static final GroupServiceUnderTest SERVICE = GroupServiceUnderTest.shared();
  private static final InProcessStore STORE = InProcessStore.open(StoreSettings.inMemory());
  private static final ConfigurableApplicationContext HERE = SERVICE.on(STORE);
  private static final ConfigurableApplicationContext ELSEWHERE = SERVICE.on(STORE);
  private static final Asking TOWN = asking("town-system", XINDIAN);

  private final Random chance = new Random(20261128);

  @BeforeAll
  static void begin() {
    // Here only the test says when somebody looks.
    HERE.getBean(DetectionFollowUp.class).stop();
    ELSEWHERE.getBean(DetectionFollowUp.class).stop();
    byte[] now = "{\"now\":\"%sT02:00:00Z\"}".formatted(TODAY).getBytes(UTF_8);
    Asking admin = asking("district-admin", DISTRICT);
    Await.until(
        () -> assertThat(admin.send("PUT", "/api/v1/clock", now).statusCode()).isEqualTo(200));
    byte[] body = "{\"name\":\"第零工作群\"}".getBytes(UTF_8);
    Await.until(() -> assertThat(TOWN.send("PUT", path(0), body).statusCode()).isIn(200, 201));
  }

  @AfterAll
  static void stop() {
    HERE.close();
    ELSEWHERE.close();
    STORE.close();
  }

  @Test
  @Order(1)
  void withoutAScanBeforeNothingCanBeTold() {
    assertThat(look(0)).isNull();
  }

  @Test
  @Order(2)
  void whatALookSaysOfAGroupIsWhatAScanSaysOfIt() {
    for (int g = 0; g < GROUPS; g++) {
      declare(g);
      members(g);
    }
    send(
        "PUT",
        "/api/v1/staff/" + XINDIAN,
        "{\"people\":[{\"id\":\"p0\"},{\"id\":\"p1\",\"leftOn\":\"2026-01-31\"}]}");
    scan(HERE);
    int findings = 0;
    for (int step = 0; step < 60; step++) {
      int g = chance.nextInt(GROUPS);
      change(g);
      assertThat(look(g)).as("step " + step).isEqualTo(1);
      Set<Detected> looked = openAbout(g);
      // Not after each: what a look leaves must do for the next one.
      if (step % 3 == 2) {
        scan(HERE);
        assertThat(openAbout(g)).as("step " + step).containsExactlyInAnyOrderElementsOf(looked);
      }
      findings += looked.size();
    }
    assertThat(findings).isGreaterThan(100);
    assertThat(rulesFound)
        .contains(
            DetectionRule.OVERLAP,
            DetectionRule.OUTLIVED,
            DetectionRule.SAME_MATTER,
            DetectionRule.ZOMBIE,
            DetectionRule.ORPHANED);
  }

  @Test
  @Order(3)
  void whatEndedInTheTownAndWhatTheSourceSaysOfOthersIsKnownToo() {
    String facts = "{\"name\":\"防汛值守\",\"matterCode\":\"M9\",\"createdOn\":\"%s\"}";
    send("PUT", path(30), facts.formatted("2025-12-01"));
    send("PUT", path(30) + "/members", ALL);
    send("POST", path(30) + "/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"闲置\"}");
    send("POST", path(30) + "/execution", "{}");
    scan(HERE);
    send("PUT", path(33), facts.formatted(TODAY));
    send("PUT", path(36), "{\"name\":\"久无人用\",\"createdOn\":\"2025-12-01\"}");
    String used = "{\"messages\":9,\"activeSenders\":4}";
    send("PUT", path(36) + "/activity/" + TODAY.minusDays(90), used);
    send("PUT", path(39), "{\"name\":\"另一个群\"}");
    send("PUT", path(39) + "/activity/" + TODAY, used);

    assertThat(look(33)).isEqualTo(1);
    assertThat(look(36)).isEqualTo(1);

    Set<Detected> rebound = openAbout(33);
    Set<Detected> silent = openAbout(36);
    assertThat(rebound).extracting(Detected::rule).contains(DetectionRule.REBOUND);
    assertThat(silent).extracting(Detected::rule).contains(DetectionRule.ZOMBIE);
    scan(HERE);
    assertThat(openAbout(33)).containsExactlyInAnyOrderElementsOf(rebound);
    assertThat(openAbout(36)).containsExactlyInAnyOrderElementsOf(silent);
  }

  @Test
  @Order(3)
  void whatAnotherSourceSaysOfOthersIsKnownOnlyOfThoseThatNobodyElseHasToldOfForLong() {
    send("PUT", path(42), "{\"name\":\"来源中断\",\"createdOn\":\"2025-12-01\"}");
    send("PUT", path(45), "{\"name\":\"来源弃用\",\"createdOn\":\"2025-12-01\"}");
    String used = "{\"messages\":9,\"activeSenders\":4}";
    for (int g : List.of(42, 45)) {
      LocalDate last = TODAY.minusDays(g == 42 ? 120 : 121);
      send("PUT", path(g) + "/activity/" + last, used);
      sourceOf(g, last, Updates.set("state.source", "broken-off"));
    }

    assertThat(look(42)).isEqualTo(1);
    assertThat(look(45)).isEqualTo(1);

    Set<Detected> brokenOff = openAbout(42);
    Set<Detected> givenUp = openAbout(45);
    assertThat(brokenOff).extracting(Detected::rule).doesNotContain(DetectionRule.ZOMBIE);
    assertThat(givenUp).extracting(Detected::rule).contains(DetectionRule.ZOMBIE);
    scan(HERE);
    assertThat(openAbout(42)).containsExactlyInAnyOrderElementsOf(brokenOff);
    assertThat(openAbout(45)).containsExactlyInAnyOrderElementsOf(givenUp);
  }

  @Test
  @Order(4)
  void whenAnotherInstanceHasScannedSinceItAloneCanTell() {
    scan(HERE);
    scan(ELSEWHERE);

    assertThat(look(0)).isNull();
    assertThat(ELSEWHERE.getBean(ChangedGroups.class).look(List.of(id(0))).block(PATIENCE))
        .isEqualTo(1);
  }

  @Test
  @Order(5)
  void whileAUnitsListWaitsOnlyAScanCanTell() {
    scan(HERE);
    assertThat(look(0)).isEqualTo(1);
    send("PUT", "/api/v1/staff/" + XINDIAN, "{\"people\":[]}");

    assertThat(look(0)).isNull();
    scan(HERE);
    assertThat(look(0)).isEqualTo(1);
  }

  @Test
  @Order(6)
  void aDayLaterOnlyAScanCanTellAtFirst() {
    scan(HERE);
    itIs(TODAY.plusDays(1));
    assertThat(look(0)).isNull();

    scan(HERE);
    // Of another unit, and with the members of the one that ended yesterday.
    send("PUT", path(31), "{\"name\":\"新建的群\"}");
    send("PUT", path(31) + "/members", ALL);
    assertThat(look(31)).isEqualTo(1);
    assertThat(openAbout(31)).extracting(Detected::rule).contains(DetectionRule.REBOUND);
  }

  /** Of the office ends what the town above it, and another unit's group, then go on with. */
  @Test
  @Order(7)
  void whatEndedInAnotherUnitBeforeAGroupThatIsSaidToBeOldIsKnownToo() {
    send("PUT", path(39), VETERAN.formatted("另一个群", ",\"matterCode\":\"M8\""));
    send("POST", path(39) + "/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"闲置\"}");
    send("POST", path(39) + "/execution", "{}");
    itIs(TODAY.plusDays(2));
    scan(HERE);
    send(
        "PUT", path(34), VETERAN.formatted("上级的群", ",\"matterCode\":\"M8\"").replace("p40", "p41"));
    send("PUT", path(37), VETERAN.formatted("值班", ""));

    assertThat(look(34)).isEqualTo(1);
    assertThat(look(37)).isEqualTo(1);

    Set<Detected> above = openAbout(34);
    Set<Detected> owned = openAbout(37);
    assertThat(above).extracting(Detected::rule).contains(DetectionRule.REBOUND);
    assertThat(owned).extracting(Detected::rule).contains(DetectionRule.REBOUND);
    scan(HERE);
    assertThat(openAbout(34)).containsExactlyInAnyOrderElementsOf(above);
    assertThat(openAbout(37)).containsExactlyInAnyOrderElementsOf(owned);
  }

  /** It was used ten days later; the last use is older than the days that are read at first. */
  @Test
  @Order(8)
  void whetherAGroupIsSilentThatWasUsedAfterItsEndIsKnownFromItsOwnSource() {
    LocalDate end = TODAY.plusDays(2);
    itIs(end);
    String used = "{\"messages\":9,\"activeSenders\":4}";
    for (int g : List.of(48, 51)) {
      send("PUT", path(g), VETERAN.formatted("解散后仍在用" + g, ""));
      send("POST", path(g) + "/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"闲置\"}");
      send("POST", path(g) + "/execution", "{}");
    }
    send("PUT", path(54), VETERAN.formatted("仍在报送", ""));
    itIs(end.plusDays(10));
    for (int g : List.of(48, 51)) {
      send("PUT", path(g) + "/activity/" + end.plusDays(9), used);
      send("PUT", path(g) + "/activity/" + end.plusDays(10), used);
      sourceOf(g, end.plusDays(10), Updates.set("state.source", g == 48 ? "own" : "broken-off"));
      sourceOf(g, end.plusDays(9), Updates.set("state.source", g == 48 ? "own" : "broken-off"));
    }
    scan(HERE);
    Set<Detected> found = openAbout(48);
    assertThat(found).extracting(Detected::rule).contains(DetectionRule.NOT_EXECUTED);

    for (int days : List.of(38, 60, 71, 75, 100)) {
      itIs(end.plusDays(days));
      scan(HERE);
      assertThat(openAbout(48)).as("day " + days).isEqualTo(found);
      assertThat(look(48)).isEqualTo(1);
      assertThat(openAbout(48)).as("day " + days).isEqualTo(found);
    }

    send("PUT", path(54) + "/activity/" + end.plusDays(100), used);
    sourceOf(54, end.plusDays(100), Updates.set("state.source", "own"));
    assertThat(look(48)).isEqualTo(1);
    assertThat(look(51)).isEqualTo(1);
    Set<Detected> silent = openAbout(48);
    Set<Detected> untold = openAbout(51);
    assertThat(silent).extracting(Detected::rule).doesNotContain(DetectionRule.NOT_EXECUTED);
    assertThat(untold).extracting(Detected::rule).contains(DetectionRule.NOT_EXECUTED);
    scan(HERE);
    assertThat(openAbout(48)).containsExactlyInAnyOrderElementsOf(silent);
    assertThat(openAbout(51)).containsExactlyInAnyOrderElementsOf(untold);
  }

  /** The groups of other towns are not read for each change. */
  @Test
  @Order(20)
  void whatWasFoundByTheMembersOfAnotherTownsGroupStaysWhenItIsLookedAt() {
    String people =
        "{\"members\":[{\"id\":\"q1\"},{\"id\":\"q2\"},{\"id\":\"q3\"},{\"id\":\"q4\"}]}";
    Asking other = asking("town-system", MAXIANG);
    String ended = "/api/v1/groups/" + MAXIANG + "/WECOM/across";
    itIs(TODAY.plusDays(40));
    say(other, "PUT", ended, "{\"name\":\"跨镇工作群\"}");
    say(other, "PUT", ended + "/members", people);
    say(other, "POST", ended + "/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"重复\"}");
    say(other, "POST", ended + "/execution", "{}");
    itIs(TODAY.plusDays(42));
    send("PUT", path(900), "{\"name\":\"新设工作群\"}");
    send("PUT", path(900) + "/members", people);
    scan(HERE);
    Set<Detected> scanned = openAbout(900);
    assertThat(scanned)
        .filteredOn(it -> it.rule() == DetectionRule.REBOUND)
        .singleElement()
        .satisfies(it -> assertThat(it.evidence().word("where")).isEqualTo("OTHER_TOWN"));

    assertThat(look(900)).isEqualTo(1);

    assertThat(openAbout(900)).containsExactlyInAnyOrderElementsOf(scanned);
  }

  private static void itIs(LocalDate day) {
    byte[] now = "{\"now\":\"%sT02:00:00Z\"}".formatted(day).getBytes(UTF_8);
    asking("district-admin", DISTRICT).send("PUT", "/api/v1/clock", now);
  }

  private void change(int g) {
    switch (chance.nextInt(8)) {
      case 0, 5 -> declare(g);
      case 1, 2 -> members(g);
      case 3, 4 -> day(g);
      default -> decide(g);
    }
  }

  private void declare(int g) {
    String facts =
        "\"name\":\"第%d工作群\",\"createdOn\":\"%s\"%s"
            .formatted(
                g,
                chance.nextInt(3) > 0 ? "2025-12-01" : TODAY,
                chance.nextBoolean() ? "" : ",\"ownerId\":\"p%d\"".formatted(chance.nextInt(3)));
    String matter = chance.nextBoolean() ? "" : ",\"matterCode\":\"M%d\"".formatted(g % 2);
    String end =
        chance.nextInt(3) > 0 ? "" : ",\"kind\":\"TEMPORARY\",\"validUntil\":\"2026-06-01\"";
    attempt("PUT", path(g), "{" + facts + matter + end + "}");
  }

  /** Of few people, so that groups overlap. */
  private void members(int g) {
    int from = chance.nextInt(6);
    String people =
        IntStream.rangeClosed(from, from + 6 + chance.nextInt(3))
            .mapToObj("{\"id\":\"p%d\"}"::formatted)
            .collect(Collectors.joining(","));
    attempt("PUT", path(g) + "/members", "{\"members\":[" + people + "]}");
  }

  /** By one of two sources, or by one that an earlier version did not keep. */
  private void day(int g) {
    LocalDate day = TODAY.minusDays(chance.nextInt(160));
    attempt(
        "PUT",
        path(g) + "/activity/" + day,
        "{\"messages\":9,\"activeSenders\":%d,\"materialRequests\":1}"
            .formatted(chance.nextInt(4)));
    switch (chance.nextInt(4)) {
      case 0 -> sourceOf(g, day, Updates.unset("state.source"));
      case 1 -> sourceOf(g, day, Updates.set("state.source", "another"));
      default -> {}
    }
  }

  private static void sourceOf(int g, LocalDate day, Bson change) {
    Mono.from(
            HERE.getBean(MongoDatabase.class)
                .getCollection("activity")
                .updateOne(Filters.eq("_id", id(g) + "/" + day), change))
        .block(PATIENCE);
  }

  private void decide(int g) {
    switch (chance.nextInt(4)) {
      case 0 ->
          attempt(
              "POST",
              path(g) + "/decisions",
              "{\"kind\":\"DISSOLVE\",\"reason\":\"闲置\",\"dueOn\":\"%s\"}".formatted(TODAY));
      case 1 -> attempt("POST", path(g) + "/execution", "{}");
      case 2 -> attempt("POST", path(g) + "/restoration", "{}");
      default -> attempt("POST", path(g) + "/filing", "{\"filingNo\":\"备%d\"}".formatted(g));
    }
  }

  private final Set<DetectionRule> rulesFound = EnumSet.noneOf(DetectionRule.class);

  private Set<Detected> openAbout(int g) {
    ScanScope scope = new ScanScope.OneGroup(id(g), unit(g));
    Set<Detected> open =
        HERE.getBean(Findings.class)
            .open()
            .map(Finding::found)
            .filter(scope::covers)
            .collect(Collectors.toSet())
            .blockOptional(PATIENCE)
            .orElseThrow();
    open.forEach(each -> rulesFound.add(each.rule()));
    return open;
  }

  private static Integer look(int g) {
    return HERE.getBean(ChangedGroups.class).look(List.of(id(g))).block(PATIENCE);
  }

  private static void scan(ConfigurableApplicationContext instance) {
    assertThat(instance.getBean(Detection.class).run().block(PATIENCE)).isNotNull();
  }

  private static String unit(int g) {
    return g % 3 == 0 ? XINDIAN_OFFICE : XINDIAN;
  }

  private static String id(int g) {
    return unit(g) + "/WECOM/look-" + g;
  }

  private static String path(int g) {
    return "/api/v1/groups/" + id(g);
  }

  private static Asking asking(String role, String unit) {
    return Asking.of(GroupServiceUnderTest.portOf(HERE), SERVICE.bearer(role, unit))
        .with("Content-Type", "application/json");
  }

  private static void send(String method, String path, String body) {
    say(TOWN, method, path, body);
  }

  private static void say(Asking who, String method, String path, String body) {
    var answer = who.send(method, path, body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
  }

  /** Not every step is possible in every state. */
  private static void attempt(String method, String path, String body) {
    var answer = TOWN.send(method, path, body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(path + answer.body()).isNotIn(400, 500, 503);
  }
}
