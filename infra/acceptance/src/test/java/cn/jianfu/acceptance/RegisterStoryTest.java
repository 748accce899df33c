package cn.jianfu.acceptance;

import static cn.jianfu.acceptance.PlatformUnderTest.group;
import static cn.jianfu.acceptance.PlatformUnderTest.town;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Groups that are decided about on the console's register are so at their owner. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterStoryTest {

  private static final String MAXIANG = "350213102000";
  private static final List<String> GROUPS =
      List.of("350213102901/WECOM/ledger-1", "350213102901/WECOM/ledger-2");

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
  void twoGroupsAreDissolvedTogetherAndTheDecisionsTakenBack() {
    GROUPS.forEach(id -> town(MAXIANG).send("PUT", group("groups/" + id), Map.of("name", "台账验收群")));
    Page page = browser.loggedIn("admin", 1440, 1000);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          page.navigate(register());
          return page.locator("input[name=id]").count() == GROUPS.size();
        });

    page.locator("#choose-all").check();
    page.locator("label[for=action-DISSOLVE]").click();
    page.fill("#reason", "任务已完成");
    page.locator("#order button[type=submit]").click();
    assertThat(page.locator("tbody td:last-child .leaving")).hasCount(GROUPS.size());
    Browser.picture(page, "register-preview-zh-1440");
    assertThat(states()).containsOnly("DECLARED");

    page.locator(".after button.main").click();
    assertThat(page.locator(".notice.good")).isVisible();
    Browser.picture(page, "register-result-zh-1440");
    assertThat(states()).containsOnly("DISSOLVING");
    assertThat(atOwner(GROUPS.getFirst()).path("decision").path("reason").asString())
        .isEqualTo("任务已完成");

    // Sent again, as by somebody who presses twice: decided once.
    page.reload();
    assertThat(page.locator(".notice.good")).isVisible();
    page.locator(".after form button").click();
    assertThat(page.locator("tbody td:last-child .leaving")).hasCount(0);
    assertThat(page.locator(".notice.good")).isVisible();
    assertThat(states()).containsOnly("DECLARED");
  }

  private static String register() {
    return PlatformUnderTest.running().addresses().gateway()
        + "/register?town="
        + MAXIANG
        + "&q=%E5%8F%B0%E8%B4%A6%E9%AA%8C%E6%94%B6%E7%BE%A4";
  }

  private static List<String> states() {
    return GROUPS.stream().map(id -> atOwner(id).path("state").asString()).toList();
  }

  private static JsonNode atOwner(String id) {
    return town(MAXIANG).get(group("groups/" + id));
  }
}
