package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How every page looks: to a screen reader, on a phone, on paper, in both languages. */
@Tag("browser")
class BrowserLooksTest {

  private static final List<String> OUTSIDE =
      List.of(
          "/login",
          "/logged-out",
          "/login?why=expired&back=%2Ffindings",
          "/login?why=denied",
          "/nowhere",
          "/towns/350213999000",
          "/?page=x");

  private static final List<String> EVERY_PAGE =
      Stream.concat(SampleDistrict.PAGES.stream(), OUTSIDE.stream()).toList();

  private BrowserVisit visit;

  @BeforeEach
  void open() {
    visit = ConsoleBrowser.shared().visit(1440, 900).expecting(400, 404);
  }

  @AfterEach
  void nothingToComplainOf() {
    visit.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void noPageHasAnAccessibilityFault(String language) {
    visit.speak(language);
    for (var path : EVERY_PAGE) {
      visit.go(path);
      assertThat(visit.page.locator("html")).hasAttribute("lang", zhOr(language));
      isAccessible(path);
    }
    visit.go("/findings");
    visit.page.locator("#f-f000-dismiss").click();
    assertThat(visit.page.locator("#dialog")).isVisible();
    isAccessible("the dialog");
  }

  private void isAccessible(String what) {
    var found = new AxeBuilder(visit.page).setLegacyMode(true).analyze();
    assertThat(found.getPasses()).as(what).isNotEmpty();
    assertThat(found.getViolations())
        .as(what)
        .extracting(it -> it.getId() + " " + it.getNodes().getFirst().getTarget())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void thePhoneScrollsOnlyDownwards(String language) {
    visit.close();
    visit = ConsoleBrowser.shared().visit(390, 844).expecting(400, 404);
    visit.speak(language);
    for (var path : EVERY_PAGE) {
      visit.go(path);
      assertThat(visit.widerThanTheWindow()).as(path).isLessThanOrEqualTo(0);
      visit.picture("phone-" + language + "-" + EVERY_PAGE.indexOf(path));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theTermsOfAScoreAreReadOnThePhoneWithoutScrollingSidewards(String language) {
    visit.close();
    visit = ConsoleBrowser.shared().visit(390, 844);
    visit.speak(language);
    visit.go("/towns/" + SampleDistrict.XINDIAN);
    visit.page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
    assertThat(visit.page.locator(".terms").first()).isVisible();
    assertThat(
            visit.page.evaluate(
                "[...document.querySelectorAll('.scroll')].filter(it => it.querySelector('.terms'))"
                    + ".filter(it => it.scrollWidth > it.clientWidth).length"))
        .isEqualTo(0);
    visit.picture("phone-terms-" + language);
  }

  @Test
  void printedPagesCarryNoControlsAndFitThePaper() {
    for (var path : SampleDistrict.PAGES) {
      visit.go(path);
      // A4 across, less the margins, at 96 dots to the inch.
      visit.page.setViewportSize(1032, 700);
      visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      for (var control : List.of(".side", ".bar", ".skip", ".tools", ".notprint")) {
        assertThat(visit.page.locator(control + ":visible").count()).as(path + control).isZero();
      }
      assertThat(visit.page.locator("h1").first()).isVisible();
      assertThat(visit.widerThanTheWindow()).as(path).isLessThanOrEqualTo(0);
      visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }
    visit.go("/");
    var paper = ConsoleBrowser.PICTURES.resolve("overview.pdf");
    visit.page.pdf(
        new Page.PdfOptions().setPath(paper).setPreferCSSPageSize(true).setPrintBackground(true));
    assertThat(paper).isNotEmptyFile();
  }

  /** The browser lays out paper without telling the page, so that a chart is not drawn anew. */
  @Test
  void aPrintedChartIsNoWiderThanItsPlace() {
    visit.go("/towns/" + SampleDistrict.XINDIAN);
    assertThat(visit.page.locator(".chart canvas")).hasCount(1);
    visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    var width =
        visit.page.evaluate(
            "const box = document.querySelector('.chart'); box.style.width = '300px';"
                + " box.querySelector('canvas').getBoundingClientRect().width");
    assertThat(((Number) width).doubleValue()).isEqualTo(300);
    var paper = ConsoleBrowser.PICTURES.resolve("town.pdf");
    visit.page.pdf(
        new Page.PdfOptions().setPath(paper).setPreferCSSPageSize(true).setPrintBackground(true));
    assertThat(paper).isNotEmptyFile();
  }

  /** A class of one page that is called like one of another would make boxes of its cells. */
  @Test
  void cellsOfTablesAreCellsAtADesk() {
    for (var path : SampleDistrict.PAGES) {
      visit.go(path);
      assertThat(
              visit.page.evaluate(
                  "[...document.querySelectorAll('main td')].map(it => getComputedStyle(it).display)"
                      + ".filter(it => it !== 'table-cell' && it !== 'none')"))
          .as(path)
          .isEqualTo(List.of());
    }
  }

  @Test
  void theSwitchOfLanguageStaysOnThePage() {
    visit.go("/findings?severity=M");
    assertThat(visit.page.locator("h1")).hasText("问题处置");
    visit.page.locator(".lang").click();
    assertThat(visit.page.locator("html")).hasAttribute("lang", "en");
    assertThat(visit.page.locator("h1")).hasText("Findings");
    assertThat(visit.path()).isEqualTo("/findings?severity=M");
    visit.page.locator(".lang").click();
    assertThat(visit.page.locator("h1")).hasText("问题处置");
  }

  /**
   * No page breaks the policy, or {@link BrowserVisit} would complain; this shows that it holds.
   */
  @Test
  void aScriptThatIsNotOurOwnDoesNotRun() {
    visit.go("/");
    visit.page.evaluate(
        "const it = document.createElement('script'); it.textContent = 'window.foreign = true';"
            + " document.body.append(it);");
    assertThat(visit.page.evaluate("window.foreign")).isNull();
    visit.page.waitForCondition(() -> !visit.complaints.isEmpty());
    assertThat(visit.complaints).anyMatch(it -> it.startsWith("CSP script-src"));
    visit.complaints.clear();
  }

  private static String zhOr(String language) {
    return language.equals("zh") ? "zh-CN" : language;
  }
}
