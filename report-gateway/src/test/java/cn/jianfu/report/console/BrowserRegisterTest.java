package cn.jianfu.report.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deciding about several groups, on a phone and at a desk. */
@Tag("browser")
class BrowserRegisterTest {

  private static final TestIssuer.User TOWN =
      new TestIssuer.User("u-9", "洪主任", SampleRegister.TOWN, List.of("town-office"));

  private BrowserVisit visit = ConsoleBrowser.shared().visit(TOWN, 1440, 900);

  @AfterEach
  void nothingToComplainOf() {
    visit.close();
  }

  @ParameterizedTest
  @CsvSource({"zh,1440,900", "en,1440,900", "zh,390,844", "en,390,844"})
  void twoAreTickedLookedAtDecidedAndUndone(String language, int width, int height) {
    visit.page.setViewportSize(width, height);
    visit.speak(language);
    visit.go("/register?unit=" + SampleRegister.OFFICE);
    tick(4);
    tick(13);
    tick(10);
    seen("register-ticked-" + language + "-" + width);
    visit.page.locator("label[for=action-DISSOLVE]").click();
    visit.page.locator("#reason").fill("长期无人使用，职能已并入防汛群。");
    seen("register-order-" + language + "-" + width);
    visit.page.locator("#order button[type=submit]").click();
    assertThat(visit.page.locator("tbody tr")).hasCount(3);
    assertThat(visit.page.locator("tbody .warn")).hasCount(1);
    seen("register-preview-" + language + "-" + width);

    visit.page.locator(".after button[form=change]").click();
    assertThat(visit.page.locator("input[name=id]:checked")).hasCount(3);
    assertThat(visit.page.locator("#reason")).hasValue("长期无人使用，职能已并入防汛群。");
    tick(13);
    visit.page.locator("#order button[type=submit]").click();
    assertThat(visit.page.locator("tbody tr")).hasCount(2);
    assertThat(app().heard).isEmpty();
    app().silent.add(SampleRegister.id(10));
    visit.page.locator(".after button.main").click();
    assertThat(visit.page.locator(".notice.good")).isVisible();
    seen("register-result-" + language + "-" + width);

    app().silent.clear();
    visit.page.locator(".after button.main").click();
    assertThat(visit.page.locator(".notice.good")).isVisible();
    assertThat(visit.page.locator("tbody .leaving")).hasCount(1);
    visit.page.locator(".after form button").click();
    assertThat(visit.page.locator("tbody tr td:last-child .live-group")).hasCount(1);
    visit.page.locator(".after a.btn").click();
    assertThat(visit.page.locator("#rows-title")).isVisible();
  }

  @ParameterizedTest
  @CsvSource({"zh,1440,900", "en,1440,900", "zh,390,844", "en,390,844"})
  void aMistakenDeclarationIsWithdrawn(String language, int width, int height) {
    visit.page.setViewportSize(width, height);
    visit.speak(language);
    visit.go("/groups?id=" + URLEncoder.encode(SampleDistrict.MISTAKEN, StandardCharsets.UTF_8));
    seen("withdraw-group-" + language + "-" + width);
    visit.page.locator("form:has([value=UNDECLARE]) button").click();
    assertThat(visit.page.locator("tbody .gone")).hasCount(1);
    seen("withdraw-preview-" + language + "-" + width);
    assertThat(app().heard).isEmpty();

    visit.page.locator(".after button.main").click();
    assertThat(visit.page.locator(".notice.good")).isVisible();
    assertThat(app().heard).hasSize(1);
    seen("withdraw-result-" + language + "-" + width);
  }

  private void tick(int group) {
    visit.page.locator("input[name=id][value=\"" + SampleRegister.id(group) + "\"]").click();
  }

  @Test
  void allOnAPageAreTickedAtOnceAndWhatIsMissingIsTold() {
    visit.expecting(422);
    visit.go("/register?todo=decide");
    assertThat(visit.page.locator("#order button[type=submit]")).isDisabled();
    visit.page.locator("#choose-all").check();
    assertThat(visit.page.locator("#chosen")).containsText("已选");
    visit.page.locator("label[for=action-MERGE]").click();
    visit.page.locator("#order button[type=submit]").click();
    assertThat(visit.page.locator("#reason-error")).hasText("请填写理由。");
    assertThat(visit.page.locator("#target-error")).isVisible();
    assertThat(visit.page.locator("#due")).isVisible();
    seen("register-missing");
  }

  @Test
  void itWorksWithoutScripts() {
    visit.close();
    visit = ConsoleBrowser.shared().visitWithoutScripts(TOWN, 390, 844);
    visit.go("/register");
    tick(4);
    visit.page.locator("label[for=action-KEEP]").click();
    visit.page.locator("#reason").fill("仍在使用");
    visit.page.locator("#order button[type=submit]").click();
    visit.page.locator(".after button.main").click();
    assertThat(visit.page.locator(".notice.good")).isVisible();
    assertThat(app().heard).hasSize(1);
  }

  private SampleRegister app() {
    return visit.app.district.register;
  }

  /** Takes a picture of a page that is no wider than its window and that everybody can read. */
  private void seen(String name) {
    assertThat(visit.widerThanTheWindow()).as(name).isLessThanOrEqualTo(0);
    visit.picture(name);
    assertThat(new AxeBuilder(visit.page).setLegacyMode(true).analyze().getViolations())
        .as(name)
        .extracting(it -> it.getId() + " " + it.getNodes().getFirst().getTarget())
        .isEmpty();
  }
}
