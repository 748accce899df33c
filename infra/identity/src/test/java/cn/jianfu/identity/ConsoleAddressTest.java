package cn.jianfu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The console's address is what the environment says, at every start. */
class ConsoleAddressTest {

  private static final String CLIENT = "/api/v1/clients/jianfu-console";
  private static final String OLD = "http://127.0.0.1:8080";
  private static final String NEW = "https://jianfu.example.cn";
  private static final String TRIAL = "http://127.0.0.1:18080";
  private static final String LOGIN = "/login/oauth2/code/jianfu";

  @Test
  void anotherAddressReplacesTheOneBeforeAndNothingElse() {
    try (IdentityServer server = IdentityServer.start(at(OLD))) {
      put(server.api(), "改名", OLD, TRIAL);

      server.restartWith(at(NEW));

      assertThat(read(server.api()))
          .contains("改名", NEW + LOGIN, NEW + "/logged-out", TRIAL + LOGIN)
          .doesNotContain(OLD + LOGIN, OLD + "/logged-out");
    }
  }

  @Test
  void whatAdministratorsSayHoldsAsLongAsTheEnvironmentSaysTheSame() {
    try (IdentityServer server = IdentityServer.start(at(OLD))) {
      put(server.api(), "督查端", NEW, TRIAL);

      server.restart();

      assertThat(read(server.api()))
          .contains(NEW + LOGIN, TRIAL + LOGIN)
          .doesNotContain(OLD + LOGIN);
    }
  }

  private static void put(Api api, String name, String... addresses) {
    String body =
        "{\"name\":\"%s\",\"redirectUris\":[\"%s\",\"%s\"],\"postLogoutRedirectUris\":[\"%s\"]}"
            .formatted(
                name, addresses[0] + LOGIN, addresses[1] + LOGIN, addresses[0] + "/logged-out");
    assertThat(api.call("PUT", CLIENT, api.adminToken(), body).status()).isEqualTo(200);
  }

  private static String read(Api api) {
    return api.call("GET", CLIENT, api.adminToken(), null).body().toString();
  }

  private static String[] at(String address) {
    return new String[] {
      "--jianfu.console.address=" + address,
      "--jianfu.identity.clients[0].id=jianfu-console",
      "--jianfu.identity.clients[0].secret=console-secret-of-this-test",
      "--jianfu.identity.clients[0].name=减负监督",
      "--jianfu.identity.clients[0].redirectUris[0]=${jianfu.console.address}" + LOGIN,
      "--jianfu.identity.clients[0].postLogoutRedirectUris[0]=${jianfu.console.address}/logged-out"
    };
  }
}
