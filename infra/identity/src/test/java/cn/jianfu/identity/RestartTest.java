package cn.jianfu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

class RestartTest {

  private final IdentityServer server = IdentityServer.shared();

  @Test
  void aTokenFromBeforeTheRestartVerifiesAfterIt() throws Exception {
    String token = token();
    server.restart();
    assertThat(verifies(token)).isTrue();
    assertThat(SignedJWT.parse(token()).getHeader().getKeyID())
        .isEqualTo(SignedJWT.parse(token).getHeader().getKeyID());
  }

  @Test
  void aRotatedKeySignsAndTheOldOneStillVerifies() throws Exception {
    String before = token();
    String admin = server.api().adminToken();
    Api.Answer rotated = server.api().call("POST", "/api/v1/keys", admin, null);
    assertThat(rotated.status()).isEqualTo(201);
    String after = token();
    assertThat(SignedJWT.parse(after).getHeader().getKeyID())
        .isEqualTo(rotated.body().get("id").asString())
        .isNotEqualTo(SignedJWT.parse(before).getHeader().getKeyID());
    assertThat(verifies(before)).isTrue();
    assertThat(verifies(after)).isTrue();
    assertThat(server.api().call("GET", "/api/v1/keys", admin, null).raw().body())
        .doesNotContain("\"d\"", "jwk");
  }

  @Test
  void clientsUsersAndRefreshTokensSurviveAndSeedsDoNotOverwrite() {
    Api api = server.api();
    String admin = api.adminToken();
    String secret =
        api.call(
                "PUT",
                "/api/v1/clients/maxiang-oa",
                admin,
                "{\"name\":\"马巷镇办公系统\",\"roles\":[\"town-system\"],\"unit\":\"350213102000\"}")
            .body()
            .get("secret")
            .asString();
    api.call(
        "PUT",
        "/api/v1/users/lin.xin",
        admin,
        "{\"name\":\"改名\",\"roles\":[\"town-office\"],\"unit\":\"350213101000\"}");
    ConsoleLogin console = new ConsoleLogin(api);
    Browser browser = server.browser();
    Browser.Page back =
        browser.login(browser.open(console.authorizePath()), "zhang.qu", IdentityServer.PASSWORD);
    String refresh = console.redeem(back.address()).body().get("refresh_token").asString();

    server.restart();

    assertThat(api.clientToken("maxiang-oa", secret).status()).isEqualTo(200);
    assertThat(console.refresh(refresh).status()).isEqualTo(200);
    assertThat(api.call("GET", "/api/v1/users/lin.xin", api.adminToken(), null).body().toString())
        .contains("改名");
  }

  private String token() {
    return server
        .api()
        .clientToken("xindian-oa", IdentityServer.XINDIAN_SECRET)
        .body()
        .get("access_token")
        .asString();
  }

  private boolean verifies(String token) throws ParseException, com.nimbusds.jose.JOSEException {
    JWKSet published = JWKSet.parse(server.api().get("/oauth2/jwks").raw().body());
    SignedJWT jwt = SignedJWT.parse(token);
    return jwt.verify(
        new RSASSAVerifier(published.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey()));
  }
}
