package cn.jianfu.report.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The console and a browser to look at it with; one for all tests. */
final class ConsoleBrowser {

  static final Path PICTURES = Path.of("target", "screenshots", "console");

  /** A machine that does other things meanwhile is slow, and not wrong. */
  static final double PATIENCE_MS = 60_000;

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  final ConsoleApp app = ConsoleApp.start();
  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS));

  private ConsoleBrowser() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
  }

  /** Skips the test where there is no browser. */
  static ConsoleBrowser shared() {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM),
        "Browser tests are skipped: " + CHROMIUM + " is not there (Debian package chromium).");
    return Shared.BROWSER;
  }

  /** A supervisor at a window of that size, before anything has happened. */
  BrowserVisit visit(int width, int height) {
    return visit(TestIssuer.SUPERVISOR, width, height);
  }

  BrowserVisit visit(TestIssuer.User user, int width, int height) {
    return visit(user, new Browser.NewContextOptions().setViewportSize(width, height));
  }

  /** Somebody whose browser runs no scripts. */
  BrowserVisit visitWithoutScripts(TestIssuer.User user, int width, int height) {
    return visit(
        user,
        new Browser.NewContextOptions().setViewportSize(width, height).setJavaScriptEnabled(false));
  }

  private BrowserVisit visit(TestIssuer.User user, Browser.NewContextOptions how) {
    app.district.reset();
    app.issuer.user = user;
    return new BrowserVisit(app, browser.newContext(how.setLocale("zh-CN")));
  }

  private static final class Shared {
    static final ConsoleBrowser BROWSER = new ConsoleBrowser();
  }
}
