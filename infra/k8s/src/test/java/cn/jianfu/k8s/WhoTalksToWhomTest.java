package cn.jianfu.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Of the policies: what a service is told to call, it may call, and what may be called lets it in.
 */
class WhoTalksToWhomTest {

  @ParameterizedTest
  @EnumSource
  void nobodyTalksToAnybodyByDefault(Overlay overlay) {
    Manifest nobody = overlay.the("NetworkPolicy", "nobody");
    assertThat(nobody.values("spec/podSelector")).isEmpty();
    assertThat(nobody.texts("spec/policyTypes")).containsExactly("Ingress", "Egress");
    assertThat(nobody.at("spec/ingress")).isEmpty();
    assertThat(nobody.at("spec/egress")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void noRuleIsForEverybody(Overlay overlay) {
    assertThat(
            overlay
                .all("NetworkPolicy")
                .flatMap(policy ->
                    Stream.concat(
                        policy.list("spec/ingress").stream(), policy.list("spec/egress").stream())))
        .isNotEmpty()
        .allSatisfy(rule -> {
          assertThat(rule.list("ports")).isNotEmpty();
          assertThat(Stream.of("from", "to").flatMap(side -> rule.list(side).stream()))
              .isNotEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoeverIsCalledByAnAddressCanBeReached(Overlay overlay) {
    List<Manifest> services = overlay.all("Service").toList();
    for (Manifest caller : overlay.all("Deployment").toList()) {
      for (String value : overlay.environment(caller).values()) {
        address(value)
            .filter(
                to -> services.stream().anyMatch(service -> service.name().equals(to.getHost())))
            .forEach(to -> assertReached(overlay, caller, to.getHost(), to.getPort()));
      }
    }
  }

  /** The brokers and stores of others are somewhere else: only their port can be checked. */
  @ParameterizedTest
  @EnumSource
  void storeAndBrokerAreReachedFromEveryServiceThatNamesThem(Overlay overlay) {
    Map<String, String> settings = overlay.the("ConfigMap", "jianfu").values("data");
    Map<String, String> variables =
        Map.of(
            "JIANFU_STORE_HOSTS", settings.getOrDefault("mongodb", ""),
            "SPRING_KAFKA_BOOTSTRAP_SERVERS", settings.getOrDefault("kafka", ""));
    for (Manifest caller : overlay.all("Deployment").toList()) {
      variables.forEach((variable, address) -> {
        if (overlay.environment(caller).containsKey(variable)) {
          String port = address.substring(address.indexOf(':') + 1);
          assertThat(rules(overlay, caller, "egress"))
              .flatExtracting(rule -> rule.list("ports"))
              .extracting(allowed -> allowed.text("port"))
              .contains(port);
        }
      });
    }
  }

  @Test
  void onOneNodeServicesReachTheStoreAndTheBrokerThatAreThere() {
    for (Manifest caller : Overlay.ONE_NODE.all("Deployment").toList()) {
      assertReached(Overlay.ONE_NODE, caller, "mongodb", 27017);
    }
    for (String caller : List.of("group-service", "report-gateway")) {
      assertReached(Overlay.ONE_NODE, Overlay.ONE_NODE.the("Deployment", caller), "kafka", 9092);
    }
  }

  private static Stream<URI> address(String value) {
    return value.startsWith("http://") ? Stream.of(URI.create(value)) : Stream.of();
  }

  static void assertReached(Overlay overlay, Manifest caller, String name, int port) {
    Manifest called =
        overlay.workloads().stream()
            .filter(workload -> workload.name().equals(name))
            .findFirst()
            .orElseThrow();
    assertThat(rules(overlay, caller, "egress"))
        .as("%s may call %s", caller, called)
        .anyMatch(rule -> allows(rule, "to", called, port));
    assertThat(rules(overlay, called, "ingress"))
        .as("%s lets %s in", called, caller)
        .anyMatch(rule -> allows(rule, "from", caller, port));
  }

  private static List<Manifest> rules(Overlay overlay, Manifest workload, String direction) {
    return overlay
        .all("NetworkPolicy")
        .filter(policy ->
            PartsFitTogetherTest.selected(policy, "spec/podSelector/matchLabels", workload))
        .flatMap(policy -> policy.list("spec/" + direction).stream())
        .toList();
  }

  private static boolean allows(Manifest rule, String side, Manifest other, int port) {
    return rule.list("ports").stream().anyMatch(p -> p.text("port").equals(String.valueOf(port)))
        && rule.list(side).stream()
            .filter(peer -> peer.at("podSelector").isPresent())
            .filter(peer -> peer.at("namespaceSelector").isEmpty())
            .anyMatch(
                peer -> PartsFitTogetherTest.selected(peer, "podSelector/matchLabels", other));
  }
}
