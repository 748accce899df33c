package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The workbench, by keyboard alone and by mouse. */
@Tag("browser")
class BrowserKeyboardTest {

  private BrowserVisit visit;

  @BeforeEach
  void open() {
    // 422 is how a field's error comes.
    visit = ConsoleBrowser.shared().visit(1440, 900).expecting(422);
  }

  @AfterEach
  void nothingToComplainOf() {
    visit.close();
  }

  @Test
  void theFirstStopLeadsPastTheNavigation() {
    visit.go("/");
    press("Tab");
    assertThat(visit.page.locator(".skip")).isFocused();
    press("Enter");
    assertThat(visit.page.locator("main")).isFocused();
    press("Tab");
    assertThat((Boolean) visit.page.evaluate("!!document.activeElement.closest('main')")).isTrue();
  }

  @Test
  void aFindingIsJudgedByKeyboardAlone() {
    visit.go("/findings");
    visit.page.locator("#f-f000-confirm").focus();
    press("Enter");
    assertThat(visit.page.locator("#reason")).isFocused();
    visit.page.keyboard().type("不对");
    press("Tab", "Tab", "Enter");
    assertThat(visit.page.locator("#reason")).hasAttribute("aria-invalid", "true");
    assertThat(visit.page.locator("#reason")).isFocused();
    visit.picture("dialog");
    visit.page.keyboard().type("，现场核实属实");
    press("Tab", "Tab", "Enter");
    assertThat(visit.page.locator("#f-f000 .state")).hasText("属实");
    assertThat(visit.page.locator("#dialog")).isHidden();
    assertThat(visit.page.locator("#f-f000 :focus")).hasCount(1);
    assertThat(visit.page.locator("#announce")).containsText("已认定 1 件属实");
  }

  @Test
  void focusReturnsFromADialogThatIsGivenUp() {
    visit.go("/findings");
    visit.page.locator("#f-f001-dismiss").focus();
    press("Enter");
    assertThat(visit.page.locator("#reason")).isFocused();
    press("Escape");
    assertThat(visit.page.locator("#dialog")).isHidden();
    assertThat(visit.page.locator("#f-f001-dismiss")).isFocused();
    assertThat(visit.page.locator("#f-f001 .state")).hasText("疑似");
  }

  @Test
  void severalFindingsAreJudgedAtOnceAndTakenBack() {
    visit.go("/findings");
    assertThat(visit.page.locator("#bulk-dismiss")).isDisabled();
    visit.page.locator("#f-f000 input").check();
    visit.page.locator("#f-f001 input").check();
    visit.page.locator("#bulk-dismiss").click();
    visit.page.locator("#reason").fill("经核实均不属实");
    visit.page.locator("#dialog .main").click();
    assertThat(visit.page.locator("#f-f000 .state")).hasText("不属实");
    assertThat(visit.page.locator("#f-f001 .state")).hasText("不属实");
    visit.page.locator("#f-f000-back").click();
    visit.page.locator("#reason").fill("刚才点错了");
    visit.page.locator("#dialog .main").click();
    assertThat(visit.page.locator("#f-f000 .state")).hasText("疑似");
  }

  @Test
  void filtersStandInTheAddress() {
    visit.go("/findings");
    visit.page.locator("#state").selectOption("any");
    visit.page.locator("#town").selectOption("350213103000");
    visit.page.waitForURL("**town=350213103000**");
    assertThat(visit.page.locator("#results tbody")).not().containsText("马巷镇");
    visit.page.reload();
    assertThat(visit.page.locator("#town")).hasValue("350213103000");
  }

  private void press(String... keys) {
    for (var key : keys) {
      visit.page.keyboard().press(key);
    }
  }
}
