package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supervisor tries a threshold and sees what it would make of the towns. */
@Tag("browser")
class BrowserTrialTest {

  @ParameterizedTest
  @CsvSource({"zh,1440,900", "en,1440,900", "zh,390,844", "en,390,844"})
  void everyOutcomeFitsTheWindow(String language, int width, int height) {
    try (BrowserVisit visit = ConsoleBrowser.shared().visit(width, height)) {
      visit.speak(language);
      for (String asked :
          new String[] {
            "zombie.idleDays&value=45",
            "zombie.idleDays&value=46",
            "zombie.idleDays&value=60",
            "band.green&value=90"
          }) {
        visit.go("/rules/trial?key=" + asked);
        assertThat(visit.widerThanTheWindow()).as(asked).isLessThanOrEqualTo(0);
        visit.picture("trial-%s-%d-%s".formatted(language, width, asked.replaceAll("\\W+", "-")));
      }
    }
  }

  @Test
  void theTownsStandInDivisionCodeOrderWithTheirBandsInWords() {
    try (BrowserVisit visit = ConsoleBrowser.shared().visit(1440, 900)) {
      visit.go("/rules/trial");
      visit.page.locator("#key").selectOption("zombie.idleDays");
      visit.page.locator("#value").fill("45");
      visit.page.locator("main form .btn.main").click();

      var rows = visit.page.locator(".tried tbody tr");
      assertThat(rows.locator("th")).hasText(new String[] {"大嶝街道", "新店镇", "马巷镇", "大帽山农场"});
      assertThat(rows.nth(2).locator(".band")).hasText(new String[] {"需关注", "需整改"});
      assertThat(rows.nth(3).locator(".band")).hasText(new String[] {"需关注", "数据不足"});
      assertThat(rows.nth(1).locator(".band")).hasCount(1);
    }
  }
}
