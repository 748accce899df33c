package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody looks for the events that were declined, on a phone and at a desk. */
@Tag("browser")
class BrowserIngestTest {

  private BrowserVisit visit;

  @BeforeEach
  void open() {
    visit = ConsoleBrowser.shared().visit(TestIssuer.TOWN_OFFICE, 390, 844);
  }

  @AfterEach
  void nothingToComplainOf() {
    visit.close();
  }

  @ParameterizedTest
  @CsvSource({"zh,390,844", "en,390,844", "zh,1440,900", "en,1440,900"})
  void whatWasDeclinedIsFoundUnderItsReason(String language, int width, int height) {
    visit.speak(language);
    visit.page.setViewportSize(width, height);
    visit.go("/ingest");
    var latest = visit.page.locator(".feeds details");
    assertThat(latest.locator("li").first()).not().isVisible();
    latest.locator("summary").click();
    assertThat(latest.locator("li")).hasCount(4);
    assertThat(latest.locator("li a").first()).isVisible();
    assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
    visit.picture("ingest-declined-" + language + "-" + width);
    assertThat(new AxeBuilder(visit.page).setLegacyMode(true).analyze().getViolations())
        .extracting(it -> it.getId() + " " + it.getNodes().getFirst().getTarget())
        .isEmpty();
  }
}
