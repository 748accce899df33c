package cn.jianfu.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prometheus finds the metrics of every service, and the network lets it there. */
class WatchedTest {

  private static final String LABEL = "jianfu.cn/watched";

  private final Manifest shipped =
      Yaml.one(Overlay.TOP.resolve("infra/observability/prometheus.yml"));
  private final Manifest inClusters =
      Yaml.one(Overlay.TOP.resolve("infra/observability/prometheus-kubernetes.yml"));
  private final Manifest job = inClusters.list("scrape_configs").getFirst();

  @ParameterizedTest
  @EnumSource
  void annotationsNameThePortAndThePathWhereTheMetricsAre(Overlay overlay) {
    assertThat(overlay.all("Deployment"))
        .isNotEmpty()
        .allSatisfy(service ->
            assertThat(service.values("spec/template/metadata/annotations"))
                .containsEntry("prometheus.io/scrape", "true")
                .containsEntry("prometheus.io/port", watched(service))
                .containsEntry("prometheus.io/path", job.text("metrics_path")));
  }

  @ParameterizedTest
  @EnumSource
  void whoeverWatchesIsLetInAtThatPort(Overlay overlay) {
    Manifest policy = overlay.the("NetworkPolicy", "watched");
    Manifest rule = policy.list("spec/ingress").getFirst();
    assertThat(rule.list("from").getFirst().values("namespaceSelector/matchLabels"))
        .isEqualTo(Map.of("jianfu.cn/watches", "true"));
    assertThat(overlay.all("Deployment"))
        .allSatisfy(service -> {
          assertThat(PartsFitTogetherTest.selected(policy, "spec/podSelector/matchLabels", service))
              .isTrue();
          assertThat(rule.list("ports"))
              .extracting(port -> port.text("port"))
              .containsExactly(watched(service));
        });
  }

  /** Alerts ask for this job and for services by these names. */
  @Test
  void theScrapeFindsThePodsByLabelAndNamesThemAsInCompose() {
    Manifest there = shipped.list("scrape_configs").getFirst();
    assertThat(job.text("job_name")).isEqualTo(there.text("job_name"));
    assertThat(job.text("metrics_path")).isEqualTo(there.text("metrics_path"));
    assertThat(inClusters.texts("rule_files")).isEqualTo(shipped.texts("rule_files"));
    Manifest found = job.list("kubernetes_sd_configs").getFirst();
    assertThat(found.texts("namespaces/names"))
        .containsExactly(Overlay.ONE_NODE.all("Namespace").findFirst().orElseThrow().name());
    String[] selector = found.list("selectors").getFirst().text("label").split("=", -1);
    assertThat(selector[0]).isEqualTo(LABEL);
    assertThat(Overlay.ONE_NODE.all("Deployment"))
        .allSatisfy(service ->
            assertThat(Overlay.podLabels(service))
                .containsEntry(LABEL, selector[1])
                .containsEntry("app.kubernetes.io/name", service.name()));
    assertThat(names(there)).containsExactlyInAnyOrderElementsOf(deployed());
    assertThat(job.list("relabel_configs"))
        .anySatisfy(rule -> {
          assertThat(rule.texts("source_labels"))
              .containsExactly("__meta_kubernetes_pod_label_app_kubernetes_io_name");
          assertThat(rule.text("target_label")).isEqualTo("service");
        })
        .anySatisfy(rule -> {
          assertThat(rule.texts("source_labels"))
              .containsExactly("__meta_kubernetes_pod_container_port_name");
          assertThat(rule.text("regex")).isEqualTo("watch");
        });
  }

  private static List<String> names(Manifest job) {
    return job.list("dns_sd_configs").getFirst().texts("names");
  }

  private static List<String> deployed() {
    return Overlay.ONE_NODE.all("Deployment").map(Manifest::name).toList();
  }

  private static String watched(Manifest service) {
    return Overlay.container(service).list("ports").stream()
        .filter(port -> port.text("name").equals("watch"))
        .map(port -> port.text("containerPort"))
        .findFirst()
        .orElseThrow();
  }
}
