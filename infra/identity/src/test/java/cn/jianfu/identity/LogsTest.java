package cn.jianfu.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Who people are, what they type and what lets them in stands in requests, and in no line of the
 * log.
 */
class LogsTest {

  private static final String USER = "/api/v1/users/ouyang.ceshi";
  private static final String TYPED = "what-somebody-typed-1";
  private static final String PERSON =
      "{\"name\":\"欧阳测试\",\"roles\":[\"town-office\"],\"unit\":\"350213101000\"}";
  private static final String ODD_PERSON =
      "{\"name\":\"欧阳测试\",\"roles\":[\"欧阳测试\"],\"unit\":\"13906018888\",\"phone\":13906018888}";

  @Test
  void noLineNamesAPersonOrWhatLetsThemIn() {
    var lines = new ByteArrayOutputStream();
    PrintStream console = System.out;
    System.setOut(new PrintStream(lines, true, UTF_8));
    List<String> secrets =
        new ArrayList<>(
            List.of(
                "欧阳测试",
                "ouyang.ceshi",
                "13906018888",
                TYPED,
                IdentityServer.PASSWORD,
                IdentityServer.CONSOLE_SECRET,
                IdentityServer.ADMIN_SECRET));
    try (IdentityServer server =
        IdentityServer.start("--logging.level.cn=INFO", "--logging.level.org=INFO")) {
      Api api = server.api();
      String admin = api.adminToken();
      secrets.add(admin);
      everythingAboutAPerson(server, admin, secrets);
      Browser waiting = server.browser();
      Browser.Page login = waiting.open("/login");

      server.stopStore();

      assertThat(api.call("PUT", USER, admin, PERSON).status()).isEqualTo(503);
      assertThat(waiting.login(login, "ouyang.ceshi", TYPED).status()).isEqualTo(503);
      assertThat(api.clientToken("administration", IdentityServer.ADMIN_SECRET).status())
          .isEqualTo(503);
    } finally {
      System.setOut(console);
    }
    assertThat(secrets).hasSizeGreaterThan(11).doesNotContain("");
    assertThat(lines.toString(UTF_8))
        .contains("the store did not do what it was asked")
        .doesNotContain(secrets);
  }

  /** Right and wrong; what is made up on the way is added to the secrets. */
  private static void everythingAboutAPerson(
      IdentityServer server, String admin, List<String> secrets) {
    Api api = server.api();
    api.call("PUT", USER, admin, ODD_PERSON);
    api.call("PUT", USER, admin, PERSON + "欧阳测试");
    Api.Answer made = api.call("PUT", USER, admin, PERSON);
    secrets.add(made.body().path("password").asString());
    Browser wrong = server.browser();
    wrong.login(wrong.open("/login"), "ouyang.ceshi", TYPED);
    wrong.login(wrong.open("/login"), TYPED, "ouyang.ceshi");
    api.clientToken("administration", TYPED);
    api.call("GET", "/api/v1/users", TYPED, null);

    ConsoleLogin console = new ConsoleLogin(api);
    Browser browser = server.browser();
    URI back =
        browser
            .login(browser.open(console.authorizePath()), "zhang.qu", IdentityServer.PASSWORD)
            .address();
    secrets.add(back.toString().replaceAll(".*code=([^&]+).*", "$1"));
    Api.Answer tokens = console.redeem(back);
    secrets.add(tokens.body().path("access_token").asString());
    secrets.add(tokens.body().path("refresh_token").asString());
    console.redeem(back);
    console.refresh(TYPED);
  }
}
