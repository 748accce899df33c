package cn.jianfu.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartsFitTogetherTest {

  @ParameterizedTest
  @EnumSource
  void aServiceLeadsToOneWorkloadAndItsPort(Overlay overlay) {
    assertThat(overlay.all("Service")).isNotEmpty();
    overlay
        .all("Service")
        .forEach(service -> {
          List<Manifest> behind =
              overlay.workloads().stream()
                  .filter(workload -> selected(service, "spec/selector", workload))
                  .toList();
          assertThat(behind).as("behind " + service).hasSize(1);
          for (Manifest port : service.list("spec/ports")) {
            Manifest target = port(behind.getFirst(), port.text("targetPort"));
            assertThat(target.text("containerPort")).isEqualTo(port.text("port"));
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void aWorkloadSelectsItsOwnPodsAndHasVolumesForItsMounts(Overlay overlay) {
    for (Manifest workload : overlay.workloads()) {
      assertThat(selected(workload, "spec/selector/matchLabels", workload)).isTrue();
      List<String> volumes =
          Stream.of("spec/template/spec/volumes", "spec/volumeClaimTemplates")
              .flatMap(path -> workload.list(path).stream())
              .map(volume -> volume.maybe("name").orElseGet(volume::name))
              .toList();
      assertThat(Overlay.container(workload).list("volumeMounts"))
          .extracting(mount -> mount.text("name"))
          .isSubsetOf(volumes);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyImageHasItsVersionFromAKustomization(Overlay overlay) {
    assertThat(overlay.workloads())
        .extracting(workload -> Overlay.container(workload).text("image"))
        .allMatch(image -> image.matches("[a-z/-]+(:[0-9][0-9.]*|@sha256:[0-9a-f]{64})"));
  }

  @ParameterizedTest
  @EnumSource
  void theIngressLeadsToServicesAtTheAddressesThatBrowsersAreGiven(Overlay overlay) {
    Manifest ingress = overlay.the("Ingress", "jianfu");
    for (Manifest rule : ingress.list("spec/rules")) {
      Manifest path = rule.list("http/paths").getFirst();
      Manifest service = overlay.the("Service", path.text("backend/service/name"));
      assertThat(service.list("spec/ports"))
          .extracting(port -> port.text("name"))
          .contains(path.text("backend/service/port/name"));
    }
    List<String> hosts =
        ingress.list("spec/rules").stream().map(rule -> rule.text("host")).toList();
    assertThat(ingress.list("spec/tls").getFirst().texts("hosts")).hasSameElementsAs(hosts);
    Manifest settings = overlay.the("ConfigMap", "jianfu");
    assertThat(hosts)
        .contains(
            URI.create(settings.text("data/console-address")).getHost(),
            URI.create(settings.text("data/identity-address")).getHost());
  }

  @Test
  void everySettingIsReadBySomeService() {
    List<String> read =
        Overlay.ONE_NODE.workloads().stream()
            .flatMap(workload -> Overlay.container(workload).list("env").stream())
            .flatMap(variable -> variable.maybe("valueFrom/configMapKeyRef/key").stream())
            .distinct()
            .toList();
    assertThat(Overlay.ONE_NODE.the("ConfigMap", "jianfu").values("data").keySet())
        .containsExactlyInAnyOrderElementsOf(read);
  }

  @ParameterizedTest
  @EnumSource
  void whatSecretsAreMountedTheScriptMakes(Overlay overlay) {
    Secrets secrets = Secrets.made();
    for (Manifest workload : overlay.workloads()) {
      for (Manifest volume : workload.list("spec/template/spec/volumes")) {
        volume
            .maybe("secret/secretName")
            .ifPresent(name -> {
              assertThat(secrets.manifests()).extracting(Manifest::name).contains(name);
              volume
                  .list("secret/items")
                  .forEach(
                      item -> assertThat(secrets.content(name, item.text("key"))).isNotEmpty());
            });
      }
    }
  }

  static boolean selected(Manifest by, String path, Manifest workload) {
    return Overlay.selects(by.values(path), Overlay.podLabels(workload));
  }

  private static Manifest port(Manifest workload, String name) {
    return Overlay.container(workload).list("ports").stream()
        .filter(port -> port.text("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(workload + " has no port " + name));
  }
}
