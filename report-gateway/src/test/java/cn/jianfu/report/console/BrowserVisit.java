package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Somebody with a browser; what the browser complains of is a failure. */
final class BrowserVisit implements AutoCloseable {

  /** Tells of every breach of the content security policy. */
  private static final String WATCH =
      "document.addEventListener('securitypolicyviolation', (it) => console.error('CSP '"
          + " + it.violatedDirective + ' ' + it.blockedURI));";

  private static final String ANSWER = "(?s)Failed to load resource: .* status of [45].*";

  final ConsoleApp app;
  final BrowserContext context;
  final Page page;
  final List<String> complaints = new ArrayList<>();
  private Set<Integer> expected = Set.of();

  BrowserVisit(ConsoleApp app, BrowserContext context) {
    this.app = app;
    this.context = context;
    context.setDefaultTimeout(ConsoleBrowser.PATIENCE_MS);
    context.addInitScript(WATCH);
    this.page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      // The browser itself logs every such answer; those that a test expects are judged below.
      if (message.type().equals("error") && !message.text().matches(ANSWER)) {
        complaints.add(message.text());
      }
    });
    page.onResponse(response -> {
      if (response.status() >= 400 && !expected.contains(response.status())) {
        complaints.add(response.status() + " " + response.url());
      }
    });
  }

  /** From now on such answers are no reason to complain. */
  BrowserVisit expecting(Integer... statuses) {
    expected = Set.of(statuses);
    return this;
  }

  void speak(String language) {
    context.addCookies(List.of(new Cookie(ConsoleLocale.COOKIE, language).setUrl(app.address())));
  }

  void go(String path) {
    page.navigate(app.address() + path);
  }

  String path() {
    URI at = URI.create(page.url());
    return at.getRawQuery() == null ? at.getPath() : at.getPath() + "?" + at.getRawQuery();
  }

  int widerThanTheWindow() {
    return ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
  }

  /** What is in the window; hiding the caret would leave styles behind that the policy forbids. */
  void glimpse(String name) {
    taken(
        new Page.ScreenshotOptions()
            .setPath(ConsoleBrowser.PICTURES.resolve(name + ".png"))
            .setCaret(ScreenshotCaret.INITIAL));
  }

  void picture(String name) {
    taken(
        new Page.ScreenshotOptions()
            .setPath(ConsoleBrowser.PICTURES.resolve(name + ".png"))
            .setFullPage(true));
  }

  /** Once more when Chromium had nothing drawn yet, which says nothing about the page. */
  private void taken(Page.ScreenshotOptions options) {
    try {
      page.screenshot(options);
    } catch (PlaywrightException nothingDrawn) {
      page.waitForTimeout(500);
      page.screenshot(options);
    }
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
