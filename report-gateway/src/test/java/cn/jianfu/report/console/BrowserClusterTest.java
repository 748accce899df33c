package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups that could become one, looked at and tried. */
@Tag("browser")
class BrowserClusterTest {

  private static final String PAGE = "/towns/" + SampleDistrict.XINDIAN + "/clusters";

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
  @CsvSource({"zh,1440,900", "en,390,844"})
  void theDrawingsFitTheWindow(String language, int width, int height) {
    visit.speak(language);
    visit.page.setViewportSize(width, height);
    visit.go(PAGE);

    assertThat(visit.page.locator("svg.drawn").first()).isVisible();
    assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
    visit.picture("clusters-" + language + "-" + width);
  }

  @Test
  void anotherChoiceIsWorkedOut() {
    visit.go(PAGE);
    var first = visit.page.locator(".cluster").first();
    first.locator("input[name=target]").nth(1).check();
    first.locator("input[name=group]").nth(3).uncheck();
    first.locator("select[name=add]").selectOption("350213101901/WECOM/other");
    first.locator("button.main").click();

    assertThat(visit.page.locator("h1")).hasText("合并试算");
    assertThat(visit.page.url())
        .contains("target=350213101901%2FWECOM%2Fg2", "add=350213101901%2FWECOM%2Fother")
        .doesNotContain("group=350213101901%2FWECOM%2Fg4");
  }
}
