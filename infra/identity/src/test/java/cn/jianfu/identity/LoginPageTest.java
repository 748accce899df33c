package cn.jianfu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LoginPageTest {

  private final IdentityServer server = IdentityServer.shared();
  private final Browser browser = server.browser();

  @Test
  void thePageIsChineseFirstAndEnglishAfterTheSwitch() {
    assertThat(browser.open("/login").html())
        .startsWith("<!DOCTYPE html>")
        .contains("lang=\"zh\"", "登录", "密码", "English");
    assertThat(browser.open("/login?lang=en").html()).contains("lang=\"en\"", "Log in", "中文");
    assertThat(browser.open("/login").html()).contains("lang=\"en\"", "district&#39;s");
    assertThat(browser.open("/login?lang=%00nonsense").status()).isEqualTo(200);
    assertThat(browser.open("/login?lang=zh").html()).contains("lang=\"zh\"");
  }

  @Test
  void thePageLoadsOnlyItsOwnStyleSheetAndMayEndAtTheConsole() {
    Browser.Page page = browser.open("/login");
    String policy = page.raw().headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy)
        .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
        .contains("form-action 'self' http://127.0.0.1:8080")
        .doesNotContain("unsafe");
    assertThat(page.html()).doesNotContain("<script", "style=").contains("/assets/identity.css");
    Browser.Page style = browser.open("/assets/identity.css");
    assertThat(style.status()).isEqualTo(200);
    assertThat(style.raw().headers().firstValue("Content-Type").orElse("")).contains("text/css");
    assertThat(style.raw().headers().firstValue("Cache-Control").orElse("")).contains("max-age");
  }

  @Test
  void everyFieldHasALabelAndTheErrorIsInWordsAtTheField() {
    Browser.Page wrong = browser.login(browser.open("/login"), "nobody.here", "wrong");
    assertThat(wrong.html())
        .contains("for=\"username\"", "for=\"password\"", "role=\"alert\"")
        .contains("账号或密码不正确", "aria-invalid=\"true\"", "aria-describedby=\"problem\"");
  }

  @Test
  void theCookieHasItsOwnName() {
    browser.open("/login");
    assertThat(browser.cookieNames()).contains("JIANFU_IDENTITY").doesNotContain("JSESSIONID");
  }

  @Test
  void aFormFromElsewhereIsRefused() {
    Browser.Page refused =
        browser.submit(
            "/login", Map.of("username", "zhang.qu", "password", IdentityServer.PASSWORD));
    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void loggedInWithoutAConsoleThereIsAHomePageWithAWayOut() {
    Browser.Page home =
        browser.login(browser.open("/login"), " ZHANG.QU ", IdentityServer.PASSWORD);
    assertThat(home.html()).contains("张区", "修改密码", "退出登录");
    Browser.Page out = browser.submit(home, "/logout", Map.of());
    assertThat(out.html()).contains("您已退出登录");
    assertThat(browser.open("/").address().getPath()).isEqualTo("/login");
  }

  @Test
  void anUnknownPageIsSaidInWords() {
    browser.login(browser.open("/login"), "zhang.qu", IdentityServer.PASSWORD);
    Browser.Page missing = browser.open("/no-such-page");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.html()).contains("没有这个页面");
  }
}
