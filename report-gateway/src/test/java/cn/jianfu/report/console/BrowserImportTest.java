package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.group.PastImport;
import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clerk imports a register, on a phone and at a desk. */
@Tag("browser")
class BrowserImportTest {

  private static final FilePayload REGISTER =
      new FilePayload("台账.csv", "text/csv", "群名称\n防汛群\n".getBytes(UTF_8));

  private static final String TOWN = "350213101000";

  private BrowserVisit visit;

  @BeforeEach
  void open() {
    ConsoleBrowser.shared().app.imports.reset();
    visit = ConsoleBrowser.shared().visit(TestIssuer.TOWN_OFFICE, 390, 844);
  }

  @AfterEach
  void nothingToComplainOf() {
    visit.close();
  }

  @ParameterizedTest
  @CsvSource({"zh,390,844", "zh,1440,900", "en,390,844", "en,1440,900"})
  void aFileIsCheckedAnsweredImportedAndTakenBack(String language, int width, int height) {
    visit.speak(language);
    visit.page.setViewportSize(width, height);
    ConsoleBrowser.shared()
        .app
        .imports
        .knows(
            List.of(
                new PastImport(
                    "b", "APPLIED", Instant.parse("2026-11-22T08:11:00Z"), TOWN, 0, 7, 37),
                new PastImport(
                    "a", "UNDONE", Instant.parse("2026-11-20T01:30:00Z"), TOWN, 1_044, 0, 0)));
    visit.go("/register");
    visit.page.locator("a[href='/register/import']").click();
    String name = "import-%s-" + language + "-" + width;
    visit.page.locator("#file").setInputFiles(REGISTER);
    looks(name.formatted("form"));

    visit.page.locator("button[value=check]").click();
    assertThat(visit.page.locator("#import-result .notice")).isVisible();
    assertThat(visit.page.locator("#column-K")).isVisible();
    looks(name.formatted("asked"));
    visit.page.locator("#column-K").selectOption("K=MATTER");
    visit.page.locator("#group-7").selectOption("7=NEW");

    visit.page.locator("button[value=check]").click();
    assertThat(visit.page.locator("#column-K")).hasCount(0);
    // The file is still the one that was chosen, and what was answered is sent again.
    visit.page.locator("button[value=import]").click();
    assertThat(visit.page.locator("#undo")).isVisible();
    assertThat(visit.path()).isEqualTo("/register/import/" + SampleImports.ID);
    assertThat(ConsoleBrowser.shared().app.imports.sent.getLast())
        .satisfies(sent -> {
          assertThat(sent.file()).isEqualTo("群名称\n防汛群\n");
          assertThat(sent.wish().columns()).containsExactly("K=MATTER");
          assertThat(sent.wish().groups()).containsExactly("7=NEW");
          assertThat(sent.wish().dryRun()).isFalse();
        });
    looks(name.formatted("done"));

    ConsoleBrowser.shared().app.imports.hasSomethingInTheWay();
    visit.page.locator("#undo button").click();
    assertThat(visit.page.locator("#undo tbody tr")).hasCount(1);
    looks(name.formatted("undo"));
    visit.page.locator("#undo button.main").click();
    assertThat(visit.page.locator("#undo button")).hasCount(0);
    looks(name.formatted("undone"));
  }

  @Test
  void whatGoesOnShowsByItselfThatItIsDone() {
    ConsoleBrowser.shared().app.imports.standsAt("PLANNED");
    visit.go("/register/import/" + SampleImports.ID);
    assertThat(visit.page.locator("#undo")).hasCount(0);
    visit.picture("import-under-way");

    ConsoleBrowser.shared().app.imports.standsAt("APPLIED");

    assertThat(visit.page.locator("#undo")).isVisible();
  }

  private void looks(String name) {
    assertThat(visit.widerThanTheWindow()).isLessThanOrEqualTo(0);
    visit.picture(name);
  }
}
