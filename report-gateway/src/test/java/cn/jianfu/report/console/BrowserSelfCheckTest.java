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
    visit.glimpse("self-check-open-" + language + "-" + width);
    visit.page.evaluate("scrollTo(0, 0)");
    visit.glimpse("self-check-" + language + "-" + width);
    visit.page.locator("#agree-all").click();
    assertThat(visit.page.locator("#dialog")).isVisible();
    isAccessible();
    visit.glimpse("self-check-all-" + language + "-" + width);
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

  @Test
  void aDecisionOfItsOwnNeedsAReasonAndKeepsItsFormUntilItIsTaken() {
    visit.go("/self-check");
    item(1).locator("summary").click();
    item(1).locator("details .btn.main").click();
    assertThat(item(1).locator(".said")).containsText("请选择一种决定");
    assertThat(item(1).locator("fieldset")).isFocused();
    item(1).locator("input[value=KEEP]").check();
    item(1).locator("textarea").fill("不对");
    item(1).locator("details .btn.main").click();
    assertThat(item(1).locator("textarea")).hasAttribute("aria-invalid", "true");
    assertThat(item(1).locator("textarea")).isFocused();
    visit.glimpse("self-check-invalid");
    lists.away = "AWAY";
    item(1).locator("textarea").fill("防汛期间仍在使用");
    item(1).locator("details .btn.main").click();
    assertThat(item(1).locator(".said")).containsText("没有收到工作群服务的回应");
    assertThat(item(1).locator("textarea")).hasValue("防汛期间仍在使用");
    lists.away = "";
    item(1).locator("details .btn.main").click();
    assertThat(item(1).locator(".answer")).containsText("改为保留");
    assertThat(item(1).locator("details[open]")).hasCount(0);
    assertThat(visit.page.locator("[data-progress]")).hasText("已答复 12 / 44");
  }

  @Test
  void theGroupToMergeIntoIsAskedForWithAMergerOnly() {
    visit.go("/self-check");
    item(1).locator("summary").click();
    assertThat(item(1).locator("select")).isHidden();
    item(1).locator("input[value=MERGE]").check();
    item(1).locator("textarea").fill("两个群人员相同");
    item(1).locator("details .btn.main").click();
    assertThat(item(1).locator("select")).hasAttribute("aria-invalid", "true");
    item(1).locator("select").selectOption(SampleSelfChecks.id(31));
    item(1).locator("details .btn.main").click();
    assertThat(item(1).locator(".answer")).containsText(lists.get(31).name());
  }

  @Test
  void everythingIsAgreedToAfterAQuestion() {
    visit.go("/self-check");
    visit.page.locator("#agree-all").click();
    assertThat(visit.page.locator("#dialog")).containsText("解散");
    visit.page.locator("#dialog [data-close]").click();
    assertThat(visit.page.locator("#agree-all")).isFocused();
    assertThat(visit.page.locator("[data-progress]")).hasText("已答复 11 / 44");
    visit.page.locator("#agree-all").click();
    visit.page.locator("#dialog .main").click();
    assertThat(visit.page.locator(".notice[role=status]")).containsText("已同意 33 条建议");
    assertThat(visit.page.locator("[data-all-done]")).isVisible();
    assertThat(visit.page.locator("#agree-all")).isHidden();
    visit.glimpse("self-check-done");
  }

  @Test
  void aReasonOutlivesALoginThatHasExpired() {
    visit.go("/self-check");
    item(1).locator("summary").click();
    item(1).locator("input[value=KEEP]").check();
    item(1).locator("textarea").fill("防汛期间仍在使用");
    visit.context.clearCookies();
    item(1).locator("details .btn.main").click();
    visit.page.waitForURL("**/login?why=expired**");
    visit.page.locator("main .btn").click();
    visit.page.waitForURL("**/self-check");
    assertThat(item(1).locator("textarea")).hasValue("防汛期间仍在使用");
    assertThat(item(1).locator("textarea")).isVisible();
  }

  @Test
  void everythingWorksWithoutScripts() {
    visit.close();
    visit =
        ConsoleBrowser.shared()
            .visitWithoutScripts(TestIssuer.TOWN_OFFICE, 390, 844)
            .expecting(422, 503);
    visit.go("/self-check");
    item(1).locator(".btn.main").first().click();
    assertThat(item(1).locator(".answer")).containsText("已同意解散");
    item(2).locator("summary").click();
    item(2).locator("input[value=KEEP]").check();
    item(2).locator("textarea").fill("不对");
    item(2).locator("details .btn.main").click();
    assertThat(item(2).locator("textarea")).hasValue("不对");
    assertThat(item(2).locator("details")).containsText("理由至少 5 个字");
    item(2).locator("textarea").fill("防汛期间仍在使用");
    lists.away = "AWAY";
    item(2).locator("details .btn.main").click();
    assertThat(visit.page.locator(".again textarea")).hasValue("防汛期间仍在使用");
    visit.glimpse("self-check-unsaved");
    lists.away = "";
    visit.page.locator(".again .btn").click();
    assertThat(item(2).locator(".answer")).containsText("改为保留");
    visit.page.locator("#agree-all").click();
    visit.glimpse("self-check-question");
    visit.page.locator(".asking .main").click();
    assertThat(visit.page.locator("[data-all-done]")).isVisible();
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
