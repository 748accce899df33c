package cn.jianfu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AdministrationTest {

  private static final String USER =
      "{\"name\":\"王五\",\"roles\":[\"department\"],\"unit\":\"350213101901\"}";
  private static final String SYSTEM =
      "{\"name\":\"系统\",\"roles\":[\"town-system\"],\"unit\":\"350213103000\"}";

  private static final Map<String, JsonNode> CONSOLE_TOKENS = new ConcurrentHashMap<>();

  private final IdentityServer server = IdentityServer.shared();
  private final Api api = server.api();

  @ParameterizedTest
  @CsvSource({
    "GET,/api/v1/users",
    "GET,/api/v1/users/admin",
    "PUT,/api/v1/users/intruder",
    "POST,/api/v1/users/admin/password",
    "POST,/api/v1/users/admin/disable",
    "POST,/api/v1/users/admin/enable",
    "GET,/api/v1/clients",
    "GET,/api/v1/clients/xindian-oa",
    "PUT,/api/v1/clients/intruder",
    "POST,/api/v1/clients/xindian-oa/secret",
    "POST,/api/v1/clients/xindian-oa/disable",
    "POST,/api/v1/clients/xindian-oa/enable",
    "GET,/api/v1/keys",
    "POST,/api/v1/keys",
    "GET,/api/v1/journal",
    "GET,/api/v1/no-such-thing"
  })
  void onlyAdministratorsMayCall(String method, String path) {
    String body = "PUT".equals(method) ? USER : null;
    String supervisor = consoleToken("zhang.qu", "access_token");
    for (String forbidden : new String[] {api.townToken(), supervisor}) {
      Api.Answer answer = api.call(method, path, forbidden, body);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body().get("type").asString()).isEqualTo("urn:problem:identity.forbidden");
    }
    String idToken = consoleToken("admin", "id_token");
    for (String unusable : new String[] {null, "not.a.token", idToken}) {
      Api.Answer answer = api.call(method, path, unusable, body);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body().get("type").asString())
          .isEqualTo("urn:problem:identity.token-needed");
    }
  }

  @Test
  void anAdministratorWhoLoggedInMayCallToo() {
    assertThat(
            api.call("GET", "/api/v1/users", consoleToken("admin", "access_token"), null).status())
        .isEqualTo(200);
  }

  @Test
  void aClientsSecretIsReadOnceAndTheOldOneEndsWithTheRotation() {
    String admin = api.adminToken();
    Api.Answer created = api.call("PUT", "/api/v1/clients/xinxu-oa", admin, SYSTEM);
    assertThat(created.status()).isEqualTo(201);
    String first = created.body().get("secret").asString();
    assertThat(api.clientToken("xinxu-oa", first).status()).isEqualTo(200);

    Api.Answer again = api.call("PUT", "/api/v1/clients/xinxu-oa", admin, SYSTEM);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().has("secret")).isFalse();
    for (String path : new String[] {"/api/v1/clients", "/api/v1/clients/xinxu-oa"}) {
      assertThat(api.call("GET", path, admin, null).raw().body())
          .contains("xinxu-oa")
          .doesNotContain("secretHash", "bcrypt", first);
    }

    String second =
        api.call("POST", "/api/v1/clients/xinxu-oa/secret", admin, null)
            .body()
            .get("secret")
            .asString();
    assertThat(api.clientToken("xinxu-oa", first).status()).isEqualTo(401);
    assertThat(api.clientToken("xinxu-oa", second).status()).isEqualTo(200);

    api.call("POST", "/api/v1/clients/xinxu-oa/disable", admin, null);
    assertThat(api.clientToken("xinxu-oa", second).status()).isEqualTo(401);
    api.call("POST", "/api/v1/clients/xinxu-oa/enable", admin, null);
    assertThat(api.clientToken("xinxu-oa", second).status()).isEqualTo(200);
  }

  @Test
  void theJournalSaysWhoChangedWhat() {
    api.call("POST", "/api/v1/users/lin.xin/enable", consoleToken("admin", "access_token"), null);
    api.call("POST", "/api/v1/users/nobody.there/enable", api.adminToken(), null);
    JsonNode entries = api.call("GET", "/api/v1/journal?limit=2", api.adminToken(), null).body();
    assertThat(entries.get(0).get("actor").asString()).isEqualTo("administration");
    assertThat(entries.get(0).get("status").asInt()).isEqualTo(404);
    assertThat(entries.get(1).get("actor").asString()).isEqualTo("admin");
    assertThat(entries.get(1).get("path").asString()).isEqualTo("/api/v1/users/lin.xin/enable");
    assertThat(entries.get(1).get("status").asInt()).isEqualTo(200);
  }

  @Test
  void listsGoOnWhereTheyStopped() {
    String admin = api.adminToken();
    JsonNode first = api.call("GET", "/api/v1/users?limit=1", admin, null).body();
    assertThat(first.get("items")).hasSize(1);
    String next = first.get("next").asString();
    JsonNode second = api.call("GET", "/api/v1/users?limit=1&after=" + next, admin, null).body();
    assertThat(second.get("items").get(0).get("id").asString()).isGreaterThan(next);
    assertThat(api.call("GET", "/api/v1/users?limit=200", admin, null).body().get("next").isNull())
        .isTrue();
  }

  @Test
  void theLastAdministratorStays() {
    String admin = api.adminToken();
    Api.Answer disabled = api.call("POST", "/api/v1/users/admin/disable", admin, null);
    assertThat(disabled.status()).isEqualTo(409);
    assertThat(disabled.body().get("type").asString())
        .isEqualTo("urn:problem:identity.last-administrator");
    assertThat(api.call("PUT", "/api/v1/users/admin", admin, USER).status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"王\",\"roles\":[\"king\"],\"unit\":\"350213101000\"}|/roles/0|role",
        "{\"name\":\"王\",\"roles\":[\"department\"],\"unit\":\"新店\"}|/unit|unit",
        "{\"name\":\" \",\"roles\":[\"department\"],\"unit\":\"350213101000\"}|/name|missing",
        "{\"name\":\"王\",\"roles\":[],\"unit\":\"350213101000\"}|/roles|missing",
        "{\"name\":\"王\",\"roles\":[null],\"unit\":\"350213101000\"}|/roles/0|missing",
        "{\"roles\":[\"department\"]}|/unit|missing"
      })
  void aWrongFieldIsPointedAtAndNothingIsStored(String body, String pointer, String code) {
    String admin = api.adminToken();
    Api.Answer answer = api.call("PUT", "/api/v1/users/wrong", admin, body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().get("errors").toString()).contains(pointer + "\"", code + "\"");
    assertThat(api.call("GET", "/api/v1/users/wrong", admin, null).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"name\":1,\"roles\":\"department\",\"unit\":{}}",
        "{\"name\":\"王\",\"roles\":[\"department\"],\"unit\":\"350213101000\",\"hash\":\"x\"}"
      })
  void anUnreadableBodyIsRefused(String body) {
    Api.Answer answer = api.call("PUT", "/api/v1/users/wrong", api.adminToken(), body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.raw().body()).doesNotContain("Exception", "jackson");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"x\"}|/roles",
        "{\"name\":\"x\",\"redirectUris\":[\"javascript:alert(1)\"]}|/redirectUris/0",
        "{\"name\":\"x\",\"redirectUris\":[\"http://a/#x\"]}|/redirectUris/0",
        "{\"name\":\"x\",\"redirectUris\":[\"http://a/\"],\"roles\":[\"district-admin\"]}|/roles",
        "{\"name\":\"x\",\"redirectUris\":[\"http://a/\"],\"unit\":\"350213000000\"}|/unit"
      })
  void aWrongClientIsPointedAt(String body, String pointer) {
    Api.Answer answer = api.call("PUT", "/api/v1/clients/wrong", api.adminToken(), body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().get("errors").toString()).contains("\"" + pointer + "\"");
  }

  @Test
  void otherWrongRequestsGetAFourHundredInTheLanguageAskedFor() {
    String admin = api.adminToken();
    assertThat(api.call("PUT", "/api/v1/users/UPPER%20CASE", admin, USER).status()).isEqualTo(422);
    assertThat(api.call("DELETE", "/api/v1/users/admin", admin, null).status()).isEqualTo(405);
    assertThat(api.call("GET", "/api/v1/users?limit=0", admin, null).status()).isEqualTo(400);
    assertThat(api.call("GET", "/api/v1/users?limit=many", admin, null).status()).isEqualTo(400);
    assertThat(api.call("GET", "/api/v1/none", admin, null).status()).isEqualTo(404);
    Api.Answer unknown = api.call("GET", "/api/v1/users/nobody", admin, null);
    assertThat(unknown.body().get("title").asString()).isEqualTo("There is no such user");
    assertThat(unknown.raw().headers().firstValue("Content-Type").orElse(""))
        .contains("application/problem+json");
    Api.Answer large =
        api.call("PUT", "/api/v1/users/big", admin, "\"" + "x".repeat(70_000) + "\"");
    assertThat(large.status()).isEqualTo(413);
    Api.Answer endless =
        api.send(
            api.request("/api/v1/users/big")
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .PUT(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(USER.getBytes(StandardCharsets.UTF_8))))
                .build());
    assertThat(endless.status()).isEqualTo(411);
  }

  private String consoleToken(String user, String kind) {
    return CONSOLE_TOKENS.computeIfAbsent(user, this::consoleTokens).get(kind).asString();
  }

  private JsonNode consoleTokens(String user) {
    ConsoleLogin console = new ConsoleLogin(api);
    Browser browser = server.browser();
    Browser.Page back =
        browser.login(browser.open(console.authorizePath()), user, IdentityServer.PASSWORD);
    return console.redeem(back.address()).body();
  }
}
