package cn.jianfu.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is changed in docker-compose.yml is changed here, too. */
class ComposeAgreesTest {

  private static final Overlay HERE = Overlay.ONE_NODE;
  private static final String ADDRESS_OF_BROWSERS = "http://127\\.0\\.0\\.1:[0-9]+";

  private final Compose compose = new Compose();

  @Test
  void everyServiceOfOursIsDeployed() {
    assertThat(HERE.all("Deployment"))
        .extracting(Manifest::name)
        .containsExactlyInAnyOrderElementsOf(compose.ours());
  }

  @Test
  void everyServiceListensWhereItDoesThere() {
    assertThat(HERE.all("Deployment"))
        .allSatisfy(service ->
            assertThat(Overlay.container(service).list("ports").getFirst().text("containerPort"))
                .isEqualTo(compose.port(service.name())));
  }

  @Test
  void everyContainerIsToldTheSame() {
    assertThat(HERE.workloads())
        .allSatisfy(workload -> assertThat(told(workload)).isEqualTo(toldThere(workload)));
  }

  @Test
  void everyServiceFindsTheSameSecretsInTheSameFiles() {
    Secrets secrets = Secrets.made();
    assertThat(HERE.workloads())
        .allSatisfy(workload ->
            secrets
                .ofContainer(workload.name())
                .forEach((file, text) ->
                    assertThat(secrets.content(workload.name(), file)).isEqualTo(text)));
  }

  @Test
  void noSecretHoldsMoreThanItsServiceReadsThere() {
    Secrets secrets = Secrets.made();
    for (String service : compose.ours()) {
      Map<String, String> data =
          secrets.manifests().stream()
              .filter(secret -> secret.name().equals(service))
              .findFirst()
              .orElseThrow()
              .values("data");
      assertThat(compose.readsItsSecrets(service)).as(service).isTrue();
      assertThat(data.keySet()).isNotEmpty().isEqualTo(secrets.ofContainer(service).keySet());
    }
  }

  @Test
  void theStoreHasItsLoginsFromTheSameFilesAtEveryStart() {
    Secrets secrets = Secrets.made();
    Manifest store = Overlay.container(HERE.the("StatefulSet", "mongodb"));
    assertThat(store.texts("args")).isEqualTo(compose.texts("mongodb", "command"));
    assertThat(compose.readsItsSecrets("store-users")).isTrue();
    assertThat(secrets.ofContainer("store-users"))
        .containsOnlyKeys("mongodb-root", "store-users")
        .allSatisfy((file, text) -> assertThat(secrets.content("mongodb", file)).isEqualTo(text));
    assertThat(secrets.content("mongodb", "store-users.js"))
        .isEqualTo(Yaml.text(Overlay.TOP.resolve("infra/docker/store-users.js")));
    assertThat(String.join(" ", store.texts("lifecycle/postStart/exec/command")))
        .contains("mongodb://127.0.0.1:27017/admin /run/secrets/store-users.js");
  }

  private Map<String, String> told(Manifest workload) {
    Map<String, String> told = new TreeMap<>(HERE.environment(workload));
    // Of these two the connection string is made.
    List.of("JIANFU_STORE_HOSTS", "JIANFU_STORE_OPTIONS").forEach(told::remove);
    told.computeIfPresent("SPRING_MONGODB_URI", (_, uri) -> uri.replaceAll("\\?.*", ""));
    return told;
  }

  /** The addresses that browsers have differ; which of the two it is must not. */
  private Map<String, String> toldThere(Manifest workload) {
    Map<String, String> settings = HERE.the("ConfigMap", "jianfu").values("data");
    Map<String, String> told = compose.environment(workload.name());
    // Two of a service have one address here.
    told.remove("JIANFU_CONSOLE_ADDRESS_2");
    // Who has a store for traces in a cluster names it: there it may come and go beside the rest.
    if ("true".equals(told.remove("JIANFU_TRACES_IF_KNOWN"))) {
      told.put("JIANFU_TRACES_ENDPOINT", settings.getOrDefault("traces-endpoint", ""));
    }
    told.replaceAll((_, value) ->
        value.matches(ADDRESS_OF_BROWSERS)
            ? settings.getOrDefault(
                value.endsWith("9000") ? "identity-address" : "console-address", "")
            : value);
    return told;
  }
}
