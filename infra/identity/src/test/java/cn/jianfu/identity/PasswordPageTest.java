package cn.jianfu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordPageTest {

  private static final String USER =
      "{\"name\":\"陈社区\",\"roles\":[\"community\"],\"unit\":\"350213101201\"}";
  private static final String FRESH = "a much better one 9";

  private final IdentityServer server = IdentityServer.shared();
  private final Api api = server.api();
  private final Browser browser = server.browser();

  @Test
  void aNewUserChangesTheFirstPasswordAndThenArrivesAtTheConsole() {
    String first =
        api.call("PUT", "/api/v1/users/chen.new", api.adminToken(), USER)
            .body()
            .get("password")
            .asString();
    ConsoleLogin console = new ConsoleLogin(api);
    Browser.Page due = browser.login(browser.open(console.authorizePath()), "chen.new", first);
    assertThat(due.address().getPath()).isEqualTo("/password");
    assertThat(due.html()).contains("请先修改");
    assertThat(browser.open(console.authorizePath()).address().getPath()).isEqualTo("/password");
    Browser.Page back = change(due, first, FRESH, FRESH);
    assertThat(console.redeem(back.address()).status()).isEqualTo(200);
    assertThat(server.browser().login(browser.open("/login"), "chen.new", first).html())
        .doesNotContain("陈社区");
  }

  @Test
  void aWeakOrDifferingPasswordIsSaidAtItsField() {
    api.call("PUT", "/api/v1/users/chen.weak", api.adminToken(), USER);
    String first =
        api.call("POST", "/api/v1/users/chen.weak/password", api.adminToken(), null)
            .body()
            .get("password")
            .asString();
    browser.login(browser.open("/login"), "chen.weak", first);
    Browser.Page form = browser.open("/password");
    assertThat(change(form, "wrong", FRESH, FRESH).html()).contains("当前密码不正确");
    assertThat(change(form, first, "short", "short").html()).contains("密码太短", "fresh-problem");
    assertThat(change(form, first, "x chen.weak x", "x chen.weak x").html()).contains("不能包含账号");
    assertThat(change(form, first, "aaaaaaaaaaaa", "aaaaaaaaaaaa").html()).contains("过于简单");
    assertThat(change(form, first, "很".repeat(30), "很".repeat(30)).html()).contains("密码太长");
    assertThat(change(form, first, first, first).html()).contains("不能与当前密码相同");
    Browser.Page differs = change(form, first, FRESH, FRESH + "x");
    assertThat(differs.status()).isEqualTo(422);
    assertThat(differs.html()).contains("不一致", "again-problem");
    Browser.Page changed = change(form, first, FRESH, FRESH);
    assertThat(changed.html()).contains("密码已修改");
  }

  @Test
  void aResetEndsWhatCouldBeRefreshedAndADisabledUserIsSentAway() {
    String admin = api.adminToken();
    String first =
        api.call("PUT", "/api/v1/users/chen.gone", admin, USER).body().get("password").asString();
    ConsoleLogin console = new ConsoleLogin(api);
    Browser.Page due = browser.login(browser.open(console.authorizePath()), "chen.gone", first);
    Browser.Page back = change(due, first, FRESH, FRESH);
    String refresh = console.redeem(back.address()).body().get("refresh_token").asString();
    api.call("POST", "/api/v1/users/chen.gone/password", admin, null);
    assertThat(console.refresh(refresh).status()).isEqualTo(400);
    api.call("POST", "/api/v1/users/chen.gone/disable", admin, null);
    assertThat(browser.open(console.authorizePath()).html()).contains("已停用");
  }

  private Browser.Page change(Browser.Page form, String current, String fresh, String again) {
    return browser.submit(
        form, "/password", Map.of("current", current, "fresh", fresh, "again", again));
  }
}
