package cn.jianfu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ClientCredentialsTest {

  private final IdentityServer server = IdentityServer.shared();

  @Test
  void aTownSystemsTokenSaysWhoItIsAndLastsAQuarterOfAnHour() {
    Api.Answer answer = server.api().clientToken("xindian-oa", IdentityServer.XINDIAN_SECRET);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().get("expires_in").asInt()).isBetween(890, 900);
    JsonNode claims = Api.claims(answer.body().get("access_token").asString());
    assertThat(claims.get("sub").asString()).isEqualTo("xindian-oa");
    assertThat(claims.get("iss").asString()).isEqualTo(server.issuer());
    assertThat(claims.get("unit").asString()).isEqualTo("350213101000");
    assertThat(claims.get("roles")).hasSize(1);
    assertThat(claims.get("roles").get(0).asString()).isEqualTo("town-system");
    assertThat(claims.get("aud").toString()).contains("jianfu");
    assertThat(claims.has("name")).isFalse();
  }

  @Test
  void aWrongSecretGetsNothing() {
    assertThat(server.api().clientToken("xindian-oa", "wrong").status()).isEqualTo(401);
    assertThat(server.api().clientToken("nobody", "wrong").status()).isEqualTo(401);
  }

  @Test
  void aConsoleGetsNoTokenOfItsOwn() {
    Api.Answer answer = server.api().clientToken("report-console", IdentityServer.CONSOLE_SECRET);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("error").asString()).isEqualTo("unauthorized_client");
  }

  @Test
  void discoveryNamesTheAddressesThatBrowsersUse() {
    JsonNode found = server.api().get("/.well-known/openid-configuration").body();
    assertThat(found.get("issuer").asString()).isEqualTo(server.issuer());
    assertThat(found.get("authorization_endpoint").asString())
        .isEqualTo(server.issuer() + "/oauth2/authorize");
    assertThat(found.get("token_endpoint").asString()).isEqualTo(server.issuer() + "/oauth2/token");
    assertThat(found.get("jwks_uri").asString()).isEqualTo(server.issuer() + "/oauth2/jwks");
    assertThat(found.get("end_session_endpoint").asString())
        .isEqualTo(server.issuer() + "/connect/logout");
  }

  @Test
  void publishedKeysHaveNoPrivateHalf() {
    JsonNode keys = server.api().get("/oauth2/jwks").body().get("keys");
    assertThat(keys).isNotEmpty();
    keys.forEach(key -> assertThat(key.propertyNames()).contains("n", "kid").doesNotContain("d"));
  }

  @Test
  void healthIsOpenAndTheRestOfTheActuatorIsNot() {
    Api.Answer health = server.api().get("/actuator/health");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body().get("status").asString()).isEqualTo("UP");
    assertThat(server.api().get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(server.api().get("/actuator/env").status()).isNotEqualTo(200);
  }
}
