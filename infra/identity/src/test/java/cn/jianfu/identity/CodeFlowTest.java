package cn.jianfu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CodeFlowTest {

  private final IdentityServer server = IdentityServer.shared();

  private final ConsoleLogin console = new ConsoleLogin(server.api());
  private final Browser browser = server.browser();

  @Test
  void aSupervisorLogsInAndTheConsoleLearnsWhoItIs() {
    Browser.Page back = loggedIn("zhang.qu");
    assertThat(back.address().toString())
        .startsWith(IdentityServer.REDIRECT + "?code=")
        .contains("state=the-state");
    Api.Answer answer = console.redeem(back.address());
    assertThat(answer.status()).isEqualTo(200);
    for (String token : new String[] {"access_token", "id_token"}) {
      JsonNode claims = Api.claims(answer.body().get(token).asString());
      assertThat(claims.get("sub").asString()).isEqualTo("zhang.qu");
      assertThat(claims.get("name").asString()).isEqualTo("张区");
      assertThat(claims.get("unit").asString()).isEqualTo("350213000000");
      assertThat(claims.get("roles").get(0).asString()).isEqualTo("district-supervisor");
    }
    JsonNode id = Api.claims(answer.body().get("id_token").asString());
    assertThat(id.get("aud").toString()).contains("report-console").doesNotContain("\"jianfu\"");
    assertThat(id.get("nonce").asString()).isEqualTo("the-nonce");
    JsonNode info =
        server
            .api()
            .call("GET", "/userinfo", answer.body().get("access_token").asString(), null)
            .body();
    assertThat(info.get("sub").asString()).isEqualTo("zhang.qu");
    assertThat(info.get("unit").asString()).isEqualTo("350213000000");
    assertThat(info.get("name").asString()).isEqualTo("张区");
  }

  @Test
  void aCodeIsWorthNothingWithoutItsVerifierAndOnlyOnce() {
    Browser.Page back = loggedIn("zhang.qu");
    assertThat(console.redeem(back.address(), "another-verifier-that-is-long-enough-x").status())
        .isEqualTo(400);
    Browser.Page again = browser.open(console.authorizePath());
    assertThat(console.redeem(again.address()).status()).isEqualTo(200);
    assertThat(console.redeem(again.address()).status()).isEqualTo(400);
  }

  @Test
  void withoutPkceThereIsNoCode() {
    String path = console.authorizePath().replaceAll("&?code_challenge(_method)?=[^&]*", "");
    browser.login(browser.open("/login"), "zhang.qu", IdentityServer.PASSWORD);
    Browser.Page refused = browser.open(path.replace("?&", "?"));
    assertThat(refused.address().toString()).contains("error=invalid_request");
  }

  @Test
  void anotherRedirectAddressIsRefusedOnAPageInChinese() {
    browser.login(browser.open("/login"), "zhang.qu", IdentityServer.PASSWORD);
    Browser.Page refused =
        browser.open(console.authorizePath().replace("%3A8080%2F", "%3A8080%2Fevil%2F"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.html()).contains("无法完成").doesNotContain("Exception");
  }

  @Test
  void aRefreshedTokenSaysWhatIsTrueNowAndTheOldRefreshTokenIsSpent() {
    Api.Answer first = console.redeem(loggedIn("lin.xin").address());
    String refresh = first.body().get("refresh_token").asString();
    String admin = server.api().adminToken();
    server
        .api()
        .call(
            "PUT",
            "/api/v1/users/lin.xin",
            admin,
            "{\"name\":\"林新新\",\"roles\":[\"town-office\"],\"unit\":\"350213102000\"}");
    Api.Answer second = console.refresh(refresh);
    JsonNode claims = Api.claims(second.body().get("access_token").asString());
    assertThat(claims.get("unit").asString()).isEqualTo("350213102000");
    assertThat(claims.get("name").asString()).isEqualTo("林新新");
    assertThat(console.refresh(refresh).status()).isEqualTo(400);
    server.api().call("POST", "/api/v1/users/lin.xin/disable", admin, null);
    assertThat(console.refresh(second.body().get("refresh_token").asString()).status())
        .isEqualTo(400);
    server.api().call("POST", "/api/v1/users/lin.xin/enable", admin, null);
  }

  @Test
  void logoutStartedByTheConsoleEndsTheSessionAndGoesBack() {
    Api.Answer tokens = console.redeem(loggedIn("zhang.qu").address());
    Browser.Page back =
        browser.open(
            "/connect/logout?"
                + Api.form(
                    Map.of(
                        "id_token_hint",
                        tokens.body().get("id_token").asString(),
                        "post_logout_redirect_uri",
                        IdentityServer.AFTER_LOGOUT)));
    assertThat(back.address()).hasToString(IdentityServer.AFTER_LOGOUT);
    assertThat(browser.open(console.authorizePath()).address().getPath()).isEqualTo("/login");
  }

  @Test
  void logoutAfterARestartStillGoesBack() {
    Api.Answer tokens = console.redeem(loggedIn("zhang.qu").address());
    server.restart();
    Browser.Page back =
        browser.open(
            "/connect/logout?"
                + Api.form(
                    Map.of(
                        "id_token_hint",
                        tokens.body().get("id_token").asString(),
                        "post_logout_redirect_uri",
                        IdentityServer.AFTER_LOGOUT)));
    assertThat(back.address()).hasToString(IdentityServer.AFTER_LOGOUT);
  }

  private Browser.Page loggedIn(String user) {
    Browser.Page login = browser.open(console.authorizePath());
    assertThat(login.address().getPath()).isEqualTo("/login");
    return browser.login(login, user, IdentityServer.PASSWORD);
  }
}
