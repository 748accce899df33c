package cn.jianfu.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.jianfu.allinone.LocalPlatform;
import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.sample.SampleUnit;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A district supervisor at the console. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleStoryTest {

  private final LocalPlatform platform = PlatformUnderTest.running();
  private Browsing browsing;

  @BeforeAll
  void openBrowser() {
    browsing = Browsing.start();
  }

  @AfterAll
  void closeBrowser() {
    if (browsing != null) {
      browsing.close();
    }
  }

  private Page loggedIn(String user, int width, int height) {
    Page page = browsing.page(width, height);
    page.navigate(platform.addresses().gateway() + "/");
    // Without a session the console shows how to log in, or leads there at once.
    if (page.locator("input[name=username]").count() == 0) {
      page.locator("a[href*='/oauth2/authorization'], a[href*='/login']").first().click();
    }
    String secret =
        SampleAccounts.LOGINS.stream()
            .filter(login -> login.user().equals(user))
            .findFirst()
            .orElseThrow()
            .secretName();
    page.fill("input[name=username]", user);
    page.fill("input[name=password]", platform.secret(secret));
    page.locator("button[type=submit]").first().click();
    page.waitForURL(
        Pattern.compile(Pattern.quote(platform.addresses().gateway().toString()) + ".*"));
    return page;
  }

  @Test
  void theOverviewShowsEveryTownAndChangesWithoutAReload() {
    Page page = loggedIn("supervisor", 1440, 1000);
    assertThat(page.locator("body")).containsText("新店镇");
    assertThat(page.locator("body")).containsText("大帽山农场");
    Browsing.picture(page, "overview-zh-1440");

    page.evaluate("window.loadedOnce = true");
    String row = "#town-" + SampleUnit.XINDIAN;
    String before = page.locator(row).innerHTML();
    PlatformUnderTest.town(SampleUnit.XINDIAN)
        .send(
            "PUT",
            PlatformUnderTest.group("groups/350213101901/WECOM/live-1"),
            Map.of("name", "实时刷新用工作群"));
    page.waitForCondition(() -> !page.locator(row).innerHTML().equals(before));
    org.assertj.core.api.Assertions.assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
  }

  @Test
  void aTownsPageShowsMetricsFindingsAndGroups() {
    Page page = loggedIn("supervisor", 1440, 1000);
    page.navigate(platform.addresses().gateway() + "/towns/" + SampleUnit.XINDIAN);
    assertThat(page.locator("h1")).containsText("新店镇");
    assertThat(page.locator("body")).containsText("M06");
    Browsing.picture(page, "town-zh-1440");
  }

  @Test
  void theConsoleWorksOnAPhone() {
    Page page = loggedIn("supervisor", 390, 844);
    assertThat(page.locator("body")).containsText("新店镇");
    Browsing.picture(page, "overview-zh-390");
    Object overflow = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    org.assertj.core.api.Assertions.assertThat(overflow).isEqualTo(false);
  }
}
