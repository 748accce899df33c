package cn.jianfu.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.jianfu.allinone.SampleAccounts;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A headless Chromium; stories that need one are skipped, in words, where there is none. */
final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  static final String NONE =
      "There is no Chromium at " + CHROMIUM + ": nothing is seen in a browser";

  // A machine that does many other things at once is no reason to fail.
  private static final int PATIENCE_MILLIS = 90_000;

  private static final Path PICTURES = Path.of("target", "screenshots");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Browser start() {
    assumeTrue(Files.isExecutable(CHROMIUM), NONE);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    Playwright playwright = Playwright.create();
    com.microsoft.playwright.Browser browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return new Browser(playwright, browser);
  }

  /** A page on which somebody of the sample has logged in to the console, at its overview. */
  Page loggedIn(String user, int width, int height) {
    RunningPlatform platform = PlatformUnderTest.running();
    String password = platform.secret(secretOf(user));
    return loggedIn(platform.addresses().gateway(), user, password, width, height);
  }

  /** The same at any platform's console. */
  Page loggedIn(URI console, String user, String password, int width, int height) {
    Page page =
        browser
            .newContext(new NewContextOptions().setLocale("zh-CN").setViewportSize(width, height))
            .newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.navigate(console + "/");
    // The console leads to the login at once where there was no session before.
    if (page.locator("input[name=username]").count() == 0) {
      page.locator("main a.btn").click();
    }
    page.fill("input[name=username]", user);
    page.fill("input[name=password]", password);
    page.locator("button[type=submit]").first().click();
    page.waitForURL(Pattern.compile(Pattern.quote(console.toString()) + ".*"));
    return page;
  }

  private static String secretOf(String user) {
    return SampleAccounts.LOGINS.stream()
        .filter(login -> login.user().equals(user))
        .findFirst()
        .orElseThrow()
        .secretName();
  }

  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
