package cn.jianfu.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every service must have, a later one too, which the patch over all of them gives it. */
class ServicesAreGuardedTest {

  private static final String POD = "spec/template/spec/";

  /** What the services themselves give to requests and to readers of topics, one after another. */
  private static final int IN_FLIGHT_SECONDS = 20;

  @ParameterizedTest
  @EnumSource
  void noPodHasRights(Overlay overlay) {
    assertThat(overlay.workloads()).hasSizeGreaterThan(2);
    for (Manifest workload : overlay.workloads()) {
      assertThat(workload.text(POD + "securityContext/runAsNonRoot")).isEqualTo("true");
      assertThat(workload.text(POD + "securityContext/runAsUser")).isNotEqualTo("0");
      assertThat(workload.text(POD + "securityContext/seccompProfile/type"))
          .isEqualTo("RuntimeDefault");
      assertThat(workload.text(POD + "automountServiceAccountToken")).isEqualTo("false");
      assertThat(workload.text(POD + "enableServiceLinks")).isEqualTo("false");
      Manifest container = Overlay.container(workload);
      assertThat(container.texts("securityContext/capabilities/drop")).containsExactly("ALL");
      assertThat(container.at("securityContext/capabilities/add")).isEmpty();
      assertThat(container.text("securityContext/allowPrivilegeEscalation")).isEqualTo("false");
      assertThat(container.at("resources/limits/memory")).isPresent();
      assertThat(container.at("resources/requests/memory")).isPresent();
      assertThat(container.at("resources/requests/cpu")).isPresent();
      assertThat(workload.list(POD + "containers")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServiceWritesNothingButItsTmp(Overlay overlay) {
    overlay
        .all("Deployment")
        .forEach(service -> {
          Manifest container = Overlay.container(service);
          assertThat(container.text("securityContext/readOnlyRootFilesystem")).isEqualTo("true");
          assertThat(service.text(POD + "securityContext/runAsUser")).isEqualTo("10001");
          assertThat(container.list("volumeMounts"))
              .filteredOn(mount -> mount.maybe("readOnly").isEmpty())
              .extracting(mount -> mount.text("mountPath"))
              .containsExactly("/tmp");
        });
  }

  @ParameterizedTest
  @EnumSource
  void everyWorkloadIsProbed(Overlay overlay) {
    for (Manifest workload : overlay.workloads()) {
      for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
        assertThat(Overlay.container(workload).at(probe)).as(workload + " " + probe).isPresent();
      }
    }
    overlay
        .all("Deployment")
        .forEach(service -> {
          Manifest container = Overlay.container(service);
          assertThat(container.text("readinessProbe/httpGet/path"))
              .isEqualTo("/actuator/health/readiness");
          assertThat(container.text("livenessProbe/httpGet/path"))
              .isEqualTo("/actuator/health/liveness");
          for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            assertThat(container.list("ports"))
                .extracting(port -> port.text("name"))
                .contains(container.text(probe + "/httpGet/port"));
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void aServiceEndsOnlyWhenNobodyIsSentToItAnyMore(Overlay overlay) {
    Compose compose = new Compose();
    overlay
        .all("Deployment")
        .forEach(service -> {
          String drain = overlay.environment(service).getOrDefault("JIANFU_WEB_DRAIN", "none");
          assertThat(drain).as(service + " drains").matches("[1-9][0-9]*s");
          int leaves = Integer.parseInt(drain.replace("s", ""));
          assertThat(number(service, POD + "terminationGracePeriodSeconds"))
              .isGreaterThanOrEqualTo(leaves + IN_FLIGHT_SECONDS)
              .isGreaterThanOrEqualTo(compose.grace(service.name()));
          assertThat(compose.grace(service.name()))
              .isGreaterThanOrEqualTo(leaves + IN_FLIGHT_SECONDS);
        });
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateNeverTakesAwayWhatIsReady(Overlay overlay) {
    assertThat(overlay.all("Deployment"))
        .allSatisfy(service ->
            assertThat(service.text("spec/strategy/rollingUpdate/maxUnavailable")).isEqualTo("0"));
  }

  @ParameterizedTest
  @EnumSource
  void everyServiceHasOneBudgetThatLetsANodeBeDrained(Overlay overlay) {
    overlay
        .all("Deployment")
        .forEach(service ->
            assertThat(overlay.all("PodDisruptionBudget"))
                .filteredOn(budget ->
                    PartsFitTogetherTest.selected(budget, "spec/selector/matchLabels", service))
                .extracting(budget -> budget.text("spec/maxUnavailable"))
                .as("budget of " + service)
                .containsExactly("1"));
  }

  private static int number(Manifest where, String path) {
    return Integer.parseInt(where.text(path));
  }
}
