package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A register's entry is made one with a group, on a phone and at a desk. */
@Tag("browser")
class BrowserJoinTest {

  @ParameterizedTest
  @CsvSource({"zh,390,844", "en,1440,900"})
  void anEntryIsMadeOneWithAGroupAndTwoAgain(String language, int width, int height) {
    try (BrowserVisit visit =
        ConsoleBrowser.shared().visit(TestIssuer.TOWN_OFFICE, width, height)) {
      visit.speak(language);
      visit.go("/groups/join?id=" + URLEncoder.encode(SampleJoins.ENTRY, StandardCharsets.UTF_8));
      visit.page.locator("#into").selectOption(SampleJoins.GROUP);
      assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
      visit.picture("join-" + language + "-" + width);
      visit.page.locator("form button.main").click();
      assertThat(visit.page.locator(".notice.good")).isVisible();
      assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
      visit.picture("join-done-" + language + "-" + width);
      visit.go("/groups/join?id=" + URLEncoder.encode(SampleJoins.GROUP, StandardCharsets.UTF_8));
      visit.picture("join-group-" + language + "-" + width);
      visit.page.locator("main li a").first().click();
      visit.page.locator("main form button").click();
      assertThat(visit.page.locator("#into")).isVisible();
    }
  }
}
