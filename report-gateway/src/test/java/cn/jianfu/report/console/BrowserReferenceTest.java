package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The administrator's calendar and exemptions, on a phone and at a desk. */
@Tag("browser")
class BrowserReferenceTest {

  private BrowserVisit visit;

  @BeforeEach
  void open() {
    visit = ConsoleBrowser.shared().visit(TestIssuer.ADMINISTRATOR, 390, 844);
  }

  @AfterEach
  void nothingToComplainOf() {
    visit.close();
  }

  @ParameterizedTest
  @CsvSource({"zh,1440,900", "en,390,844"})
  void aHolidayIsMarkedAndAYearBegun(String language, int width, int height) {
    at(language, width, height);
    visit.go("/calendar");
    assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
    visit.picture("calendar-" + language + "-" + width);
    visit.page.locator("#day").fill("2026-12-30");
    visit.page.locator("#until").fill("2026-12-31");
    visit.page.locator("form:has(#day) button").click();
    assertThat(visit.page.locator(".notice.good")).isVisible();
    assertThat(visit.page.locator("td.holiday")).hasCount(9);
    visit.go("/calendar?year=2027");
    visit.picture("calendar-none-" + language + "-" + width);
    visit.page.locator("form:has(#from) button").click();
    assertThat(visit.page.locator("#day")).isVisible();
    visit.picture("calendar-begun-" + language + "-" + width);
  }

  @ParameterizedTest
  @CsvSource({"zh,1440,900", "en,390,844"})
  void anExemptionIsAddedAndOneEndedAfterAQuestion(String language, int width, int height) {
    at(language, width, height);
    visit.expecting(422);
    visit.go("/exemptions");
    visit.page.locator("tr:has-text('G-ZOMB') summary").click();
    assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
    visit.picture("exemptions-" + language + "-" + width);
    visit.page.locator("tr:has-text('G-ZOMB') form button").click();
    assertThat(visit.page.locator(".notice.good")).isVisible();
    assertThat(visit.page.locator("tr:has-text('G-ZOMB') summary")).hasCount(0);
    visit.page.locator("#rule").selectOption("G-OVER");
    visit.page.locator("#unit").selectOption(SampleReference.OFFICE);
    visit.page.locator("#to").fill("2026-11-01");
    visit.page.locator("#approvedBy").fill("区委办");
    visit.page.locator("#reason").fill("值守");
    visit.page.locator("form:has(#rule) button").click();
    assertThat(visit.page.locator("#to[aria-invalid=true]")).isVisible();
    visit.picture("exemptions-wrong-" + language + "-" + width);
    visit.page.locator("#to").fill("2026-12-01");
    visit.page.locator("form:has(#rule) button").click();
    assertThat(visit.page.locator(".notice.good")).isVisible();
    visit.picture("exemptions-added-" + language + "-" + width);
  }

  private void at(String language, int width, int height) {
    visit.speak(language);
    visit.page.setViewportSize(width, height);
  }
}
