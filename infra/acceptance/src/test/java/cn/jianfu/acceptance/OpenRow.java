package cn.jianfu.acceptance;

import com.microsoft.playwright.Page;

/** A town's row on an open overview, and when the browser last saw it change. */
record OpenRow(Page page) {

  // The row is replaced as a whole, so its table is watched.
  private static final String WATCH =
      """
      town => {
        window.loadedOnce = true;
        window.changedAt = 0;
        const text = () => document.getElementById('town-' + town)?.textContent;
        let before = text();
        new MutationObserver(() => {
          const now = text();
          if (now && now !== before) { before = now; window.changedAt = Date.now(); }
        }).observe(document.getElementById('town-' + town).parentElement,
                   {childList: true, subtree: true, characterData: true});
      }
      """;

  static OpenRow watch(Page page, String town) {
    page.evaluate(WATCH, town);
    return new OpenRow(page);
  }

  /** When the row changed, by the clock of this machine, once it has after that moment. */
  long changedAfter(long moment) {
    page.waitForFunction("moment => window.changedAt >= moment", (double) moment);
    return ((Number) page.evaluate("window.changedAt")).longValue();
  }
}
