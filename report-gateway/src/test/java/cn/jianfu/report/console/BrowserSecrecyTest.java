package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A town's word on secrecy, on a phone and at a desk. */
@Tag("browser")
class BrowserSecrecyTest {

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
  @CsvSource({"zh,390,844", "en,1440,900"})
  void anIncidentIsReportedAndPutRightAndThenTheStatementMade(
      String language, int width, int height) {
    visit.speak(language);
    visit.page.setViewportSize(width, height);
    visit.go("/secrecy");
    visit.page.locator("details summary").click();
    visit.page.locator("#group").selectOption(SampleSecrecy.GROUP);
    assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
    visit.picture("secrecy-report-" + language + "-" + width);
    visit.page.locator("details button").click();
    assertThat(visit.page.locator("#confirm")).isVisible();
    assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
    visit.picture("secrecy-confirm-" + language + "-" + width);
    visit.page.locator("#confirm button").click();
    assertThat(visit.page.locator("input[name=sure]")).hasCount(0);
    visit.picture("secrecy-open-" + language + "-" + width);
    visit.page.locator("td form:has(input[name=resolved]) button").click();
    visit.page.locator("input[name=sure]").check();
    visit.page.locator("form:has(input[name=sure]) button").click();
    assertThat(visit.page.locator(".notice.good")).isVisible();
    assertThat(visit.page.locator("input[value=TAKE_BACK]")).hasCount(1);
    visit.picture("secrecy-made-" + language + "-" + width);
  }

  @ParameterizedTest
  @CsvSource({"zh,390,844", "zh,1440,900", "en,390,844", "en,1440,900"})
  void aReportMadeInErrorIsWithdrawn(String language, int width, int height) {
    visit.speak(language);
    visit.page.setViewportSize(width, height);
    visit.go("/secrecy");
    visit.page.locator("details summary").click();
    visit.page.locator("#group").selectOption(SampleSecrecy.GROUP);
    visit.page.locator("details button").click();
    visit.page.locator("#confirm button").click();
    assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
    visit.picture("secrecy-withdrawable-" + language + "-" + width);
    visit.page.locator("form:has(input[value=WITHDRAW]) button").click();
    assertThat(visit.page.locator("#withdrawal")).isVisible();
    visit.page.locator("#reason").fill(language.equals("zh") ? "群名看错了" : "It was another group");
    assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
    visit.picture("secrecy-withdraw-" + language + "-" + width);
    visit.page.locator("#withdrawal button").click();
    assertThat(visit.page.locator(".notice.good")).isVisible();
    assertThat(visit.page.locator("input[value=WITHDRAW]")).hasCount(0);
    assertThat(visit.page.locator("input[name=sure]")).hasCount(1);
    assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
    visit.picture("secrecy-withdrawn-" + language + "-" + width);
  }
}
