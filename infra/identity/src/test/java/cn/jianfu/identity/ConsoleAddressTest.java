package cn.jianfu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

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

  /** Of an installation whose secrets were made before there was a second. */
  @Test
  void aSecondConsoleIsAddedAndWhatAdministratorsDidStays() {
    try (IdentityServer server = IdentityServer.start(at(OLD))) {
      put(server.api(), "督查端", NEW, NEW + "/too");

      server.restartWith(and("--jianfu.console.address-2=" + TRIAL, at(OLD)));

      assertThat(read(server.api()))
          .contains(NEW + LOGIN, NEW + "/too" + LOGIN, TRIAL + LOGIN, TRIAL + "/logged-out")
          .doesNotContain(OLD + LOGIN);
    }
  }

  @Test
  void theSecondConsolesAddressIsThatOfTheEnvironment() throws IOException {
    SeedClient console = seeded(Map.of("JIANFU_CONSOLE_ADDRESS_2", TRIAL));

    assertThat(console.redirectUris()).containsExactly(OLD + LOGIN, TRIAL + LOGIN);
    assertThat(console.postLogoutRedirectUris())
        .containsExactly(OLD + "/logged-out", TRIAL + "/logged-out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", OLD})
  void aSecondConsoleThatIsNoneAddsNothing(String second) throws IOException {
    assertThat(seeded(Map.of("JIANFU_CONSOLE_ADDRESS_2", second)).redirectUris())
        .containsExactly(OLD + LOGIN);
    assertThat(seeded(Map.of()).redirectUris()).containsExactly(OLD + LOGIN);
  }

  /** As it is bound in a container: variables, the file of secrets, identity's own file. */
  private static SeedClient seeded(Map<String, Object> variables) throws IOException {
    Map<String, Object> secrets = new HashMap<>();
    for (String said : at(OLD)) {
      String[] parts = said.substring("--".length()).split("=", 2);
      secrets.put(parts[0], parts[1]);
    }
    Map<String, Object> environment = new HashMap<>(variables);
    environment.put("JIANFU_CONSOLE_ADDRESS", secrets.remove("jianfu.console.address"));
    MutablePropertySources sources = new MutablePropertySources();
    sources.addLast(new SystemEnvironmentPropertySource("systemEnvironment", environment));
    sources.addLast(new MapPropertySource("secrets", secrets));
    new YamlPropertySourceLoader()
        .load("identity", new ClassPathResource("identity.yml"))
        .forEach(sources::addLast);
    return new Binder(
            ConfigurationPropertySources.from(sources),
            new PropertySourcesPlaceholdersResolver(sources))
        .bind("jianfu.identity", IdentitySettings.class)
        .get()
        .seed()
        .clients()
        .getFirst();
  }

  private static String[] and(String first, String... others) {
    return Stream.concat(Stream.of(first), Stream.of(others)).toArray(String[]::new);
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
