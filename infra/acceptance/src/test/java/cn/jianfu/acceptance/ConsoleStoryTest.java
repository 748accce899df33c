package cn.jianfu.acceptance;

import static cn.jianfu.acceptance.PlatformUnderTest.district;
import static cn.jianfu.acceptance.PlatformUnderTest.gateway;
import static cn.jianfu.acceptance.PlatformUnderTest.group;
import static cn.jianfu.acceptance.PlatformUnderTest.town;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.jianfu.allinone.sample.RefusedByPlatform;
import cn.jianfu.allinone.sample.SampleUnit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** District supervisors at the console. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleStoryTest {

  private static final String NEICUO = "350213104000";
  private static final String NEICUO_OFFICE = "350213104901";
  private static final String MAXIANG = "350213102000";

  private Browser browser;

  @BeforeAll
  void openBrowser() {
    browser = Browser.start();
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void whatATownDeclaresIsOnTheOpenPageWithoutAReload() {
    allTownsAreComputed();
    Page page = browser.loggedIn("supervisor", 1440, 1000);
    Browser.picture(page, "overview-zh-1440");
    OpenRow row = OpenRow.watch(page, NEICUO);
    for (int i = 1; i <= 5; i++) {
      long sent = System.currentTimeMillis();
      town(NEICUO)
          .send(
              "PUT",
              group("groups/" + NEICUO_OFFICE + "/WECOM/live-" + i),
              Map.of("name", "实时刷新用工作群" + i));
      long accepted = System.currentTimeMillis();
      long seen = row.changedAfter(sent);
      System.out.printf(
          "REST write → open page: accepted after %d ms, visible after %d ms%n",
          accepted - sent, seen - sent);
      // A machine that does many other things at once is no reason to fail.
      assertThat(seen - sent).isLessThan(10_000);
    }
    assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
  }

  @Test
  void theConsoleWorksOnAPhone() {
    Page page = browser.loggedIn("supervisor", 390, 844);
    PlaywrightAssertions.assertThat(page.locator("#town-" + MAXIANG)).containsText("马巷镇");
    Browser.picture(page, "overview-zh-390");
    page.navigate(PlatformUnderTest.running().addresses().gateway() + "/towns/" + MAXIANG);
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText("马巷镇");
    Browser.picture(page, "town-zh-390");

    assertThat(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
        .isEqualTo(false);
  }

  @Test
  void aTownThatSendsNothingIsUnknownAndNotGood() {
    allTownsAreComputed();

    assertThat(rowOf(SampleUnit.SILENT_TOWN).path("band").asString()).isEqualTo("GREY");
    Page page = browser.loggedIn("supervisor", 1440, 1000);
    PlaywrightAssertions.assertThat(page.locator("#town-" + SampleUnit.SILENT_TOWN))
        .containsText("数据不足");
  }

  @Test
  void aTownReachesNothingOfAnotherTown() {
    assertThatThrownBy(() ->
            town(MAXIANG)
                .send("PUT", group("groups/" + NEICUO_OFFICE + "/WECOM/x"), Map.of("name", "别人的群")))
        .isInstanceOfSatisfying(
            RefusedByPlatform.class, refused -> assertThat(refused.status()).isEqualTo(403));
    JsonNode seen = town(MAXIANG).get(gateway("overview")).path("towns");
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).path("code").asString()).isEqualTo(MAXIANG);
  }

  private static void allTownsAreComputed() {
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() ->
            assertThat(district().get(gateway("overview")).path("towns"))
                .hasSize(SampleUnit.TOWNS.size())
                .allSatisfy(town -> assertThat(town.path("updatedAt").asString("")).isNotEmpty()));
  }

  private static JsonNode rowOf(String code) {
    for (JsonNode town : district().get(gateway("overview")).path("towns")) {
      if (town.path("code").asString().equals(code)) {
        return town.path("row");
      }
    }
    throw new AssertionError("the overview does not show " + code);
  }
}
