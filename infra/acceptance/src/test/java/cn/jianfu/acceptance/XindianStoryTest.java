package cn.jianfu.acceptance;

import static cn.jianfu.acceptance.PlatformUnderTest.district;
import static cn.jianfu.acceptance.PlatformUnderTest.gateway;
import static cn.jianfu.acceptance.PlatformUnderTest.group;
import static cn.jianfu.acceptance.PlatformUnderTest.town;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.RegisterWorkbook;
import cn.jianfu.allinone.sample.SampleDistrict;
import cn.jianfu.allinone.sample.SampleGroup;
import cn.jianfu.allinone.sample.SampleUnit;
import cn.jianfu.allinone.sample.XindianGroups;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * 新店镇 cleans up its work groups, from the register as its office keeps it to 28 that are gone and
 * 16 that stay. Nothing here says which groups those are: detection, suggestions and answers do.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class XindianStoryTest {

  private static final String XINDIAN = SampleUnit.XINDIAN;

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** The office that keeps the register; it answers for its own part of the town. */
  private static final String FLOOD_OFFICE = "350213101910";

  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private final List<SampleGroup> groups = XindianGroups.asOf(today);
  private final byte[] register = RegisterWorkbook.of(groups, today);
  private SampleDistrict sample;
  private PlatformClient xindian;
  private @Nullable Browser browser;
  private @Nullable Page page;

  @BeforeAll
  void startThePlatform() {
    sample = PlatformUnderTest.running().sample();
    xindian = town(XINDIAN);
  }

  @AfterAll
  void closeTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  @Order(1)
  void aDryRunReadsTheMessyRegisterAndDeclaresNothing() {
    JsonNode answer = sample.sendRegister(XINDIAN, register, "dryRun=true");

    assertThat(answer.path("state").asString()).isEqualTo("CHECKED");
    assertThat(answer.path("report").path("accepted").asInt()).as("%s", answer).isEqualTo(44);
    assertThat(answer.path("report").path("applied").asBoolean()).isFalse();
    assertThat(xindian.get(group("groups?limit=200")).path("items")).isEmpty();
  }

  @Test
  @Order(2)
  void theImportDeclares44GroupsOnce() {
    JsonNode first = sample.sendRegister(XINDIAN, register, "atomic=true");
    JsonNode second = sample.sendRegister(XINDIAN, register, "atomic=true");

    assertThat(first.path("report").path("accepted").asInt()).as("%s", first).isEqualTo(44);
    assertThat(second.path("report").path("unchanged").asInt()).as("%s", second).isEqualTo(44);
    assertThat(xindian.get(group("groups?limit=200")).path("items")).hasSize(44);
    eventually(view -> assertThat(view.groups()).hasSize(44));
  }

  /** Where there are accounts of towns: containers begin with the district's alone. */
  @Test
  @Order(3)
  @Tag("one-machine")
  void theOfficeImportsTheSameFileInTheConsoleAndNothingIsDoubled() {
    Browser phone = Browser.start();
    try {
      Page office = phone.loggedIn("xindian", 390, 844);
      office.navigate(console("/register/import"));
      office.setInputFiles("#file", new FilePayload("台账.xlsx", XLSX, register));
      office.locator("button[value=check]").click();
      PlaywrightAssertions.assertThat(office.locator("#import-result .notice"))
          .containsText("没有改动任何群");
      PlaywrightAssertions.assertThat(office.locator("dt:has-text('没有变化') + dd")).hasText("44");
      Browser.picture(office, "xindian-0-checked");

      office.locator("button[value=import]").click();
      office.waitForURL(Pattern.compile(".*/register/import/.+"));
      PlaywrightAssertions.assertThat(office.locator("dt:has-text('没有变化') + dd")).hasText("44");
      Browser.picture(office, "xindian-0-imported");
    } finally {
      phone.close();
    }
    assertThat(xindian.get(group("groups?limit=200")).path("items")).hasSize(44);
  }

  @Test
  @Order(4)
  void theDetectionFindsWhatTheReportNames() {
    sample.report(groups);

    eventually(view ->
        assertThat(view.openFindingsByRule())
            .containsEntry("G-ZOMB", 10)
            .containsEntry("G-TEMP", 7)
            .containsEntry("G-DUPM", 3)
            .containsEntry("G-OVER", 7));
  }

  @Test
  @Order(5)
  void aTrialTellsWhatMorePatienceWithIdleGroupsWouldDoAndChangesNothing() {
    // How many groups a rule could judge is published after what it found.
    soon(() -> {
      JsonNode trial = tried("zombie.idleDays", 3_660);
      assertThat(effect(trial, "G-ZOMB").path("now").asInt()).as("%s", trial).isEqualTo(10);
      assertThat(effect(trial, "G-ZOMB").path("then").asInt()).isZero();
      assertThat(effect(trial, "G-OVER").path("cleared").asInt()).isZero();
      JsonNode town = trial.path("towns").path(0);
      assertThat(town.path("town").asString()).isEqualTo(XINDIAN);
      assertThat(town.at("/then/raw").asDouble())
          .as("%s", town)
          .isGreaterThan(town.at("/now/raw").asDouble());
    });
    eventually(view -> assertThat(view.openFindingsByRule()).containsEntry("G-ZOMB", 10));

    JsonNode same = tried("zombie.idleDays", 60);
    assertThat(effect(same, "G-ZOMB").path("cleared").asInt()).as("%s", same).isZero();
    assertThat(same.path("inAnotherBand").asInt()).isZero();
  }

  @Test
  @Order(6)
  void theListsAreGeneratedWithSuggestedDecisions() {
    Map<String, Integer> suggested = new TreeMap<>();
    lists()
        .forEach(list ->
            list.path("items")
                .forEach(
                    item -> suggested.merge(item.path("suggested").asString(), 1, Integer::sum)));

    assertThat(suggested).isEqualTo(Map.of("DISSOLVE", 17, "MERGE", 11, "KEEP", 16));
  }

  @Test
  @Order(7)
  void whatTheDistrictDismissesIsNotProposedUntilItTakesThatBack() {
    JsonNode finding =
        items(district().get(gateway("findings?rule=G-ZOMB&state=SUSPECTED&town=" + XINDIAN)))
            .getFirst();
    String idle = finding.path("groups").get(0).asString();
    String handling = "findings/" + finding.path("findingId").asString();

    PlatformClient supervisor =
        SupervisionOffice.at(PlatformUnderTest.running().addresses().identity(), district());
    supervisor.send("POST", gateway(handling + "/dismissal"), Map.of("reason", "防汛备用群，汛期启用"));
    soon(() -> assertThat(suggested(idle)).isEqualTo("KEEP"));

    supervisor.send("DELETE", gateway(handling + "/handling"), Map.of());
    soon(() -> assertThat(suggested(idle)).isEqualTo("DISSOLVE"));
  }

  private String suggested(String group) {
    return lists().stream()
        .flatMap(list -> items(list).stream())
        .filter(item -> item.path("groupId").asString().equals(group))
        .findFirst()
        .orElseThrow()
        .path("suggested")
        .asString();
  }

  @Test
  @Order(8)
  void unitsConfirmInBulkAndOneContests() {
    String contested =
        items(list(FLOOD_OFFICE)).stream()
            .filter(item -> item.path("suggested").asString().equals("MERGE"))
            .findFirst()
            .orElseThrow()
            .path("groupId")
            .asString();
    answer(
        FLOOD_OFFICE,
        Map.of(
            "confirmAll",
            false,
            "answers",
            List.of(
                Map.of(
                    "groupId",
                    contested,
                    "confirm",
                    false,
                    "kind",
                    "DISSOLVE",
                    "reason",
                    "点名已由值班系统完成，不必并群，直接解散"))));
    units().forEach(unit -> answer(unit, Map.of("confirmAll", true)));

    assertThat(lists())
        .allSatisfy(list -> assertThat(list.path("completedOn").asString()).isNotEmpty());
    assertThat(xindian.get(group("groups/" + contested)).path("decision").path("kind").asString())
        .isEqualTo("DISSOLVE");
  }

  @Test
  @Order(9)
  void decisionsFollowFromTheAnswers() {
    eventually(view -> {
      assertThat(view.metric("M04").path("numerator").asInt()).isEqualTo(44);
      assertThat(view.groupsByState()).containsEntry("DISSOLVING", 18).containsEntry("MERGING", 10);
      assertThat(view.metric("M03").path("numerator").asInt()).isZero();
    });
  }

  @Test
  @Order(10)
  void aSupervisorHasTheTownsPageOpen() {
    browser = Browser.start();
    page = browser.loggedIn("supervisor", 1440, 1000);
    page.navigate(console("/towns/" + XINDIAN));
    page.evaluate("window.loadedOnce = true");

    assertThat(page.locator("h1").textContent()).isEqualTo("新店镇");
    Browser.picture(page, "xindian-1-decided");
  }

  @Test
  @Order(11)
  void whatIsCarriedOutIs28Of44() {
    carryOut();

    eventually(view -> {
      JsonNode rate = view.metric("M03");
      assertThat(rate.path("numerator").asInt()).isEqualTo(28);
      assertThat(rate.path("denominator").asInt()).isEqualTo(44);
      assertThat(rate.path("value").decimalValue()).isEqualByComparingTo(new BigDecimal("0.6364"));
      assertThat(rate.path("details").path("kept").asInt()).isEqualTo(16);
      assertThat(view.groupsByState()).containsEntry("DISSOLVED", 18).containsEntry("MERGED", 10);
      assertThat(view.openFindingsByRule().keySet())
          .doesNotContainAnyElementsOf(Set.of("G-ZOMB", "G-TEMP", "G-DUPM"));
    });
  }

  @Test
  @Order(12)
  void thePageThatWasOpenSaysSoWithoutAReload() {
    Page open = page;
    assumeTrue(open != null, Browser.NONE);
    Locator rate = open.locator("#town-metrics tr", new Page.LocatorOptions().setHasText("M03"));

    PlaywrightAssertions.assertThat(rate).containsText("63.6%");
    PlaywrightAssertions.assertThat(rate.locator("td[data-label='分子']")).hasText("28");
    PlaywrightAssertions.assertThat(rate.locator("td[data-label='分母']")).hasText("44");
    assertThat(open.evaluate("window.loadedOnce")).isEqualTo(true);
    Browser.picture(open, "xindian-2-cleaned-up");
  }

  @Test
  @Order(13)
  void whatWasMergedIsInAGroupThatStays() {
    List<JsonNode> merged = items(xindian.get(group("groups?limit=200&state=MERGED")));

    assertThat(merged)
        .hasSize(10)
        .allSatisfy(gone -> {
          String target = gone.path("decision").path("mergeInto").asString();
          assertThat(xindian.get(group("groups/" + target)).path("state").asString())
              .isIn("DECLARED", "FILED", "ACTIVE");
        });
  }

  @Test
  @Order(14)
  void theConsoleTellsTheWholeStory() {
    Page open = page;
    assumeTrue(open != null, Browser.NONE);
    JsonNode gone = items(xindian.get(group("groups?limit=200&state=DISSOLVED"))).getFirst();

    open.navigate(console("/"));
    PlaywrightAssertions.assertThat(open.locator("#town-" + XINDIAN)).containsText("新店镇");
    Browser.picture(open, "xindian-3-overview");
    open.navigate(console("/findings?town=" + XINDIAN));
    Browser.picture(open, "xindian-4-findings");
    open.navigate(
        console(
            "/groups?id="
                + URLEncoder.encode(gone.path("groupId").asString(), StandardCharsets.UTF_8)));
    PlaywrightAssertions.assertThat(open.locator("h1")).containsText(gone.path("name").asString());
    Browser.picture(open, "xindian-5-a-dissolved-group");
    open.navigate(console("/towns/" + XINDIAN + "?lang=en"));
    Browser.picture(open, "xindian-6-in-english");
  }

  private static JsonNode tried(String threshold, int number) {
    return district()
        .send("POST", gateway("rule-trials"), Map.of("thresholds", Map.of(threshold, number)));
  }

  private static JsonNode effect(JsonNode trial, String rule) {
    for (JsonNode effect : trial.path("effects")) {
      if (effect.path("town").asString().equals(XINDIAN)
          && effect.path("rule").asString().equals(rule)) {
        return effect;
      }
    }
    throw new AssertionError("no " + rule + " in " + trial);
  }

  private static String console(String path) {
    return PlatformUnderTest.running().addresses().gateway() + path;
  }

  private void carryOut() {
    for (JsonNode it : items(xindian.get(group("groups?limit=200")))) {
      if (!it.path("decision").path("kind").asString().equals("KEEP")) {
        String id = it.path("groupId").asString();
        xindian.send("POST", group("groups/" + id + "/execution"), Map.of());
      }
    }
  }

  private static List<String> units() {
    return SampleUnit.all().stream()
        .filter(unit -> unit.parent().equals(XINDIAN))
        .map(SampleUnit::code)
        .toList();
  }

  private List<JsonNode> lists() {
    return units().stream().map(this::list).toList();
  }

  private JsonNode list(String unit) {
    return xindian.get(group("self-checks/" + SampleDistrict.ROUND + "/" + unit));
  }

  private void answer(String unit, Map<String, Object> answers) {
    JsonNode list =
        xindian.send(
            "POST",
            group("self-checks/" + SampleDistrict.ROUND + "/" + unit + "/answers"),
            answers);
    assertThat(list.path("problems")).as("%s", list).isEmpty();
  }

  private static List<JsonNode> items(JsonNode page) {
    List<JsonNode> items = new ArrayList<>();
    page.path("items").forEach(items::add);
    return items;
  }

  private static void eventually(Consumer<TownView> holds) {
    PlatformClient client = district();
    soon(() -> holds.accept(TownView.of(client, gateway("towns/" + XINDIAN))));
  }

  private static void soon(ThrowingRunnable holds) {
    await()
        .pollInterval(Duration.ofMillis(250))
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(holds);
  }
}
