package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages that change by themselves, and what they do when nobody is logged in any more. */
@Tag("browser")
class BrowserLiveTest {

  private static final String ROW = "#town-" + SampleDistrict.XINDIAN;

  private BrowserVisit visit;

  @BeforeEach
  void open() {
    visit = ConsoleBrowser.shared().visit(1440, 900);
  }

  @AfterEach
  void nothingToComplainOf() {
    visit.close();
  }

  @Test
  void aRowOfTheOverviewChangesByItself() {
    goAndListen("/");
    var row = visit.page.locator(ROW);
    assertThat(row).containsText("82.3");
    visit.page.evaluate("window.notReloaded = true");
    visit.app.district.score(SampleDistrict.XINDIAN, Band.GOOD, 93.7);
    assertThat(row).containsText("93.7");
    assertThat(row).containsText("达标");
    assertThat(visit.page.locator("[sse-swap=count-good]")).hasText("3");
    assertThat((Boolean) visit.page.evaluate("window.notReloaded")).isTrue();
    visit.picture("overview");
  }

  @Test
  void focusStaysInTheRowThatIsReplaced() {
    goAndListen("/");
    var link = visit.page.locator(ROW + " a").first();
    link.focus();
    visit.app.district.score(SampleDistrict.XINDIAN, Band.GOOD, 93.7);
    assertThat(visit.page.locator(ROW)).containsText("93.7");
    assertThat(link).isFocused();
  }

  @Test
  void aTownPageFetchesItsPartsAnew() {
    goAndListen("/towns/" + SampleDistrict.XINDIAN);
    visit.page.locator("#formula-M03 summary").click();
    visit.app.district.score(SampleDistrict.XINDIAN, Band.GOOD, 95.5);
    assertThat(visit.page.locator("#town-score .big")).hasText("95.5");
    assertThat(visit.page.locator("#town-band")).hasText("达标");
    assertThat(visit.page.locator("#formula-M03")).hasAttribute("open", "");
    assertThat(visit.page.locator(".chart canvas")).hasCount(1);
    visit.picture("town");
  }

  @Test
  void aChangeRightBehindAnotherIsShownToo() {
    goAndListen("/towns/" + SampleDistrict.XINDIAN);
    visit.app.district.score(SampleDistrict.XINDIAN, Band.GOOD, 95.5);
    assertThat(visit.page.locator("#town-score .big")).hasText("95.5");
    visit.app.district.score(SampleDistrict.XINDIAN, Band.GOOD, 97.1);
    assertThat(visit.page.locator("#town-score .big")).hasText("97.1");
  }

  @Test
  void theGroupsOfATownChangeByThemselvesAndStayWhereTheyWereTurnedTo() {
    goAndListen("/towns/" + SampleDistrict.XINDIAN);
    var groups = visit.page.locator("#groups-results");
    // Who turns the page while a search is under way gets the first page of what was found.
    visit.page.waitForResponse(
        answer -> answer.url().contains("q="), () -> visit.page.locator("#groups-q").fill("工作群"));
    assertThat(visit.page.locator("#groups-results .htmx-request")).hasCount(0);
    visit.page.locator("#groups-next").click();
    assertThat(groups).containsText("第31工作群");
    visit.app.district.rename(SampleDistrict.XINDIAN, 30, "三防工作群");
    assertThat(groups).containsText("三防工作群");
    assertThat(groups).not().containsText("第1工作群");
    assertThat(visit.page.locator("#groups-q")).hasValue("工作群");
  }

  @Test
  void aGroupsPageFetchesItselfAnewAndKeepsWhatIsOpen() {
    goAndListen("/groups?id=350213101901%2FWECHAT%2Fg-17");
    visit.page.locator("#days-data summary").click();
    visit.page.evaluate("window.notReloaded = true");
    visit.app.district.rename(SampleDistrict.XINDIAN, 17, "三防工作群");
    assertThat(visit.page.locator("h1")).hasText("三防工作群");
    assertThat(visit.page.locator("#days-data")).hasAttribute("open", "");
    assertThat(visit.page.locator(".chart canvas")).hasCount(1);
    assertThat((Boolean) visit.page.evaluate("window.notReloaded")).isTrue();
  }

  @Test
  void theWorkbenchSaysThatSomethingHasChangedAndLeavesTheListAlone() {
    goAndListen("/findings");
    visit.page.locator("#f-f000 input").check();
    visit.app.district.score(SampleDistrict.XINDIAN, Band.GOOD, 95.5);
    assertThat(visit.page.locator("#news-box")).isVisible();
    assertThat(visit.page.locator("#f-f000 input")).isChecked();
  }

  @Test
  void aSessionThatIsOverLeadsFromThePageToTheLoginAndBack() {
    visit.expecting(401);
    goAndListen("/findings");
    visit.context.clearCookies();
    visit.page.locator("#state").selectOption("any");
    visit.page.waitForURL("**/login?why=expired**");
    assertThat(visit.page.locator("h1")).hasText("登录已过期");
    visit.page.locator("main .btn").click();
    visit.page.waitForURL("**/findings**");
    assertThat(visit.page.locator("h1")).hasText("问题处置");
  }

  private void goAndListen(String path) {
    visit.go(path);
    assertThat(visit.page.locator("#live")).hasText("实时");
  }
}
