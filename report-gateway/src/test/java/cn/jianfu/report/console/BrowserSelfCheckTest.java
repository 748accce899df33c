package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A town office works off its list on a phone. */
@Tag("browser")
class BrowserSelfCheckTest {

  private BrowserVisit visit;
  private SampleSelfChecks lists;

  @BeforeEach
  void open() {
    visit =
        ConsoleBrowser.shared().visit(TestIssuer.TOWN_OFFICE, 390, 844).expecting(401, 422, 503);
    lists = visit.app.district.selfChecks;
  }

  @AfterEach
  void nothingToComplainOf() {
    visit.close();
  }

  @ParameterizedTest
  @CsvSource({"zh,390,844", "en,390,844", "zh,1440,900", "en,1440,900"})
  void thePageFitsAndHasNoAccessibilityFault(String language, int width, int height) {
    visit.speak(language);
    visit.page.setViewportSize(width, height);
    visit.go("/self-check");
    assertThat(visit.page.locator(".workbar")).isInViewport();
    item(1).locator("summary").click();
    item(1).locator("input[value=MERGE]").check();
    assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
    isAccessible();
    visit.picture("self-check-" + language + "-" + width);
    visit.page.locator("#agree-all").click();
    assertThat(visit.page.locator("#dialog")).isVisible();
    isAccessible();
    visit.picture("self-check-all-" + language + "-" + width);
  }

  @Test
  void aGroupIsAnsweredWithOneTouchAndTheProgressFollows() {
    visit.go("/self-check");
    assertThat(visit.page.locator("[data-progress]")).hasText("已答复 11 / 44");
    item(1).locator(".btn.main").first().click();
    assertThat(item(1).locator(".answer")).containsText("已同意解散");
    assertThat(visit.page.locator("[data-progress]")).hasText("已答复 12 / 44");
    assertThat(visit.page.locator("#announce")).containsText("已答复");
    assertThat(item(1).locator("h3 a")).isFocused();
  }

  private void isAccessible() {
    var found = new AxeBuilder(visit.page).setLegacyMode(true).analyze();
    assertThat(found.getViolations())
        .extracting(it -> it.getId() + " " + it.getNodes().getFirst().getTarget())
        .isEmpty();
  }

  private Locator item(int at) {
    return visit.page.locator("#i-" + lists.get(at).key());
  }
}
