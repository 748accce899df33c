package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A town office begins its day, on a phone and at a desk. */
@Tag("browser")
class BrowserInboxTest {

  private BrowserVisit visit;

  @BeforeEach
  void open() {
    visit = ConsoleBrowser.shared().visit(TestIssuer.TOWN_OFFICE, 390, 844);
  }

  @AfterEach
  void nothingToComplainOf() {
    ConsoleBrowser.shared().app.inbox.idle = false;
    visit.close();
  }

  @ParameterizedTest
  @CsvSource({"zh,390,844", "en,390,844", "zh,1440,900"})
  void whatIsToBeDoneIsSeenAndLeadsToWhereItIsDone(String language, int width, int height) {
    visit.speak(language);
    visit.page.setViewportSize(width, height);
    visit.go("/");
    assertThat(visit.path()).isEqualTo("/inbox");
    assertThat(visit.page.locator(".todo")).hasCount(8);
    assertThat(visit.page.locator(".todo").first().locator(".band.action svg").first()).isVisible();
    looksWell("inbox-" + language + "-" + width);
    visit.page.locator("#todo-SELF_CHECK footer a").click();
    assertThat(visit.page.locator(".check").first()).isVisible();

    visit.app.district.groupServiceAway = true;
    visit.go("/inbox");
    assertThat(visit.page.locator("#todo-SELF_CHECK .notice")).isVisible();
    looksWell("inbox-away-" + language + "-" + width);

    visit.app.inbox.idle = true;
    visit.go("/inbox");
    assertThat(visit.page.locator(".idle")).isVisible();
    looksWell("inbox-idle-" + language + "-" + width);
  }

  @Test
  void aCommunityIsLedOnlyToItsOwnPages() {
    visit.close();
    visit = ConsoleBrowser.shared().visit(TestIssuer.COMMUNITY, 390, 844);
    visit.go("/");
    assertThat(visit.page.locator(".todo")).hasCount(3);
    assertThat(visit.page.locator("#todo-DECIDE footer a"))
        .hasAttribute("href", "/register?todo=decide");
    looksWell("inbox-community-zh-390");
    visit.page.locator(".menu").click();
    assertThat(visit.page.locator(".side a")).hasCount(7);
    visit.glimpse("inbox-community-menu-zh-390");
    visit.go("/findings");
    assertThat(visit.page.locator(".live")).hasCount(0);
  }

  private void looksWell(String name) {
    assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
    visit.picture(name);
    assertThat(new AxeBuilder(visit.page).setLegacyMode(true).analyze().getViolations())
        .as(name)
        .extracting(it -> it.getId() + " " + it.getNodes().getFirst().getTarget())
        .isEmpty();
  }
}
