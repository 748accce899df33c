package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The console in a browser; screenshots are written to {@code target/screenshots}. */
@Tag("browser")
class BrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target", "screenshots", "console");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static ConsoleApp app;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        "Browser tests are skipped: " + CHROMIUM + " is not there (Debian package chromium).");
    app = ConsoleApp.start();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS));
  }

  @AfterAll
  static void stop() {
    if (app != null) {
      browser.close();
      playwright.close();
      app.close();
    }
  }

  @BeforeEach
  void open() {
    app.district.reset();
    app.issuer.user = TestIssuer.SUPERVISOR;
    visit(1440, 900);
  }

  @AfterEach
  void theBrowserHasNothingToComplainOf() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  @Test
  void aRowOfTheOverviewChangesByItself() {
    go("/");
    assertThat(page.locator("#live")).hasText("实时");
    var row = page.locator("#town-" + SampleDistrict.XINDIAN);
    assertThat(row).containsText("82.3");
    page.evaluate("window.notReloaded = true");
    app.district.score(SampleDistrict.XINDIAN, Band.GOOD, 93.7);
    assertThat(row).containsText("93.7");
    assertThat(row).containsText("达标");
    assertThat(page.locator("[sse-swap=count-good]")).hasText("3");
    assertThat((Boolean) page.evaluate("window.notReloaded")).isTrue();
    picture("overview");
  }

  @Test
  void focusStaysInTheRowThatIsReplaced() {
    go("/");
    assertThat(page.locator("#live")).hasText("实时");
    var link = page.locator("#town-" + SampleDistrict.XINDIAN + " a");
    link.focus();
    app.district.score(SampleDistrict.XINDIAN, Band.GOOD, 93.7);
    assertThat(page.locator("#town-" + SampleDistrict.XINDIAN)).containsText("93.7");
    assertThat(link).isFocused();
  }

  @Test
  void aFindingIsJudgedByKeyboardAlone() {
    go("/findings");
    page.locator("#f-f000-confirm").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#reason")).isFocused();
    page.keyboard().type("不对");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#reason")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#reason")).isFocused();
    picture("dialog");
    page.keyboard().type("，现场核实属实");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#f-f000 .state")).hasText("属实");
    assertThat(page.locator("#dialog")).isHidden();
    assertThat(page.locator("#f-f000 :focus")).hasCount(1);
    assertThat(page.locator("#announce")).containsText("已认定 1 件属实");
  }

  @Test
  void severalFindingsAreJudgedAtOnceAndTakenBack() {
    go("/findings");
    assertThat(page.locator("#bulk-dismiss")).isDisabled();
    page.locator("#f-f000 input").check();
    page.locator("#f-f001 input").check();
    page.locator("#bulk-dismiss").click();
    page.locator("#reason").fill("经核实均不属实");
    page.locator("#dialog .main").click();
    assertThat(page.locator("#f-f000 .state")).hasText("不属实");
    assertThat(page.locator("#f-f001 .state")).hasText("不属实");
    page.locator("#f-f000-back").click();
    page.locator("#reason").fill("刚才点错了");
    page.locator("#dialog .main").click();
    assertThat(page.locator("#f-f000 .state")).hasText("疑似");
  }

  @Test
  void filtersStandInTheAddress() {
    go("/findings");
    page.locator("#state").selectOption("any");
    page.locator("#town").selectOption("350213103000");
    page.waitForURL("**town=350213103000**");
    assertThat(page.locator("#results tbody")).not().containsText("马巷镇");
    page.reload();
    assertThat(page.locator("#town")).hasValue("350213103000");
  }

  @Test
  void aTownPageFetchesItsPartsAnew() {
    go("/towns/" + SampleDistrict.XINDIAN);
    assertThat(page.locator("#live")).hasText("实时");
    page.locator("#formula-M03 summary").click();
    app.district.score(SampleDistrict.XINDIAN, Band.GOOD, 95.5);
    assertThat(page.locator("#town-score .big")).hasText("95.5");
    assertThat(page.locator("#town-band")).hasText("达标");
    assertThat(page.locator("#formula-M03")).hasAttribute("open", "");
    assertThat(page.locator(".chart canvas")).hasCount(1);
    picture("town");
  }

  @Test
  void noPageHasAnAccessibilityFault() {
    for (var language : List.of("zh", "en")) {
      speak(language);
      for (var path : SampleDistrict.PAGES) {
        go(path);
        var found = new AxeBuilder(page).analyze().getViolations();
        assertThat(found)
            .as(path)
            .extracting(it -> it.getId() + " " + it.getNodes().getFirst().getTarget())
            .isEmpty();
      }
    }
    page.locator("body").focus();
  }

  @Test
  void thePhoneScrollsOnlyDownwards() {
    context.close();
    visit(390, 844);
    for (var path : SampleDistrict.PAGES) {
      go(path);
      var wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
      assertThat(((Number) wide).intValue()).as(path).isLessThanOrEqualTo(0);
      picture("phone-" + SampleDistrict.PAGES.indexOf(path));
    }
  }

  @Test
  void printedPagesCarryNoControls() throws Exception {
    go("/");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".side")).isHidden();
    assertThat(page.locator(".bar")).isHidden();
    Files.createDirectories(PICTURES);
    page.pdf(
        new Page.PdfOptions().setPath(PICTURES.resolve("overview.pdf")).setPreferCSSPageSize(true));
    assertThat(PICTURES.resolve("overview.pdf")).isNotEmptyFile();
  }

  private void visit(int width, int height) {
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      // The browser itself logs every answer of 4xx, the 422 of a field's error too.
      if (message.type().equals("error") && !message.text().contains("status of 422")) {
        complaints.add(message.text());
      }
    });
  }

  private void speak(String language) {
    context.addCookies(List.of(new Cookie(ConsoleLocale.COOKIE, language).setUrl(app.address())));
  }

  private void go(String path) {
    page.navigate(app.address() + path);
  }

  private void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }
}
