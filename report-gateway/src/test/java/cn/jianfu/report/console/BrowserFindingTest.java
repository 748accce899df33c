package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of one finding: looked at, and judged on. */
@Tag("browser")
class BrowserFindingTest {

  private BrowserVisit visit;

  @BeforeEach
  void open() {
    visit = ConsoleBrowser.shared().visit(1440, 900);
  }

  @AfterEach
  void nothingToComplainOf() {
    visit.close();
  }

  @ParameterizedTest
  @CsvSource({"zh,1440,900", "en,390,844"})
  void numbersAndChartsFitTheWindow(String language, int width, int height) {
    visit.speak(language);
    visit.page.setViewportSize(width, height);
    for (var rule : new String[] {"G-OVER", "G-ZOMB", "G-HOURS", "G-INST", "G-SECRET"}) {
      visit.go("/findings/rule-" + rule);
      assertThat(visit.page.locator(".gauge").first()).isVisible();
      assertThat(visit.widerThanTheWindow()).as(rule).isLessThanOrEqualTo(0);
      visit.picture("finding-" + rule + "-" + language + "-" + width);
    }
  }

  @ParameterizedTest
  @CsvSource({"zh,1440,900", "en,1440,900", "zh,390,844", "en,390,844"})
  void aPastDaySaysSoAndFitsTheWindow(String language, int width, int height) {
    visit.speak(language);
    visit.page.setViewportSize(width, height);
    visit.go("/findings/f000?asOf=2026-11-20");
    assertThat(visit.page.locator("#finding-past")).containsText("11");
    assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
    visit.picture("finding-past-" + language + "-" + width);
  }

  @Test
  void aJudgementIsGivenOnThePageAndShownThere() {
    visit.go("/findings/f000");
    assertThat(visit.page.locator("#finding-title .state")).hasText("疑似");
    visit.page.locator("#f-f000-confirm").click();
    visit.page.locator("#reason").fill("经核实，与实际情况一致。");
    visit.page.locator("#dialog .main").click();

    assertThat(visit.page.locator("#dialog")).isHidden();
    assertThat(visit.page.locator("#finding-title .state")).hasText("属实");
    assertThat(visit.page.locator("#finding-live")).containsText("认定属实");
    assertThat(visit.page.locator("#f-f000-back")).isVisible();
    visit.picture("finding-judged-zh-1440");
  }
}
