package cn.jianfu.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ManifestsFitTheirSchemasTest {

  @ParameterizedTest
  @EnumSource
  void everyObjectIsOneThatKubernetesKnows(Overlay overlay) {
    assertThat(overlay.objects()).hasSizeGreaterThan(15);
    assertThat(Schemas.problems(overlay.objects())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsThereTwice(Overlay overlay) {
    assertThat(overlay.objects()).extracting(Manifest::toString).doesNotHaveDuplicates();
  }

  @Test
  void everySecretIsOneThatKubernetesKnows() {
    List<Manifest> secrets = Secrets.made().manifests();
    assertThat(secrets).hasSize(7);
    assertThat(Schemas.problems(secrets)).isEmpty();
  }

  /** Each a slip that someone could make in an overlay, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Deployment | spec/template/spec/containers/0/livenesProbe | {} | livenesProbe
          Deployment | spec/replicas | two | two
          Deployment | spec/replicas | 1.5 | replicas
          Deployment | spec/template/spec/containers/0/resources/limits/memory | 512Mb | suffix
          Deployment | spec/template/spec/securityContext/runAsNonRoot | "yes" | runAsNonRoot
          Deployment | spec/template/spec/containers/0/env/0/value | true | value
          Deployment | spec/template/spec/containers/0/readinessProbe/httpGet/pth | / | pth
          Deployment | apiVersion | apps/v2 | unknown kind
          Service | spec/ports/0/port | removed | port
          NetworkPolicy | spec/ingress/0/form | [] | form
          PodDisruptionBudget | spec/maxUnavailible | 1 | maxUnavailible
          ScaledObject | spec/maxReplicas | 6 | maxReplicas
          ScaledObject | spec/scaleTargetRef/name | removed | name
          ScaledObject | spec/triggers/0/metadata/lagThreshold | 1000 | lagThreshold
          ScaledObject | spec/advanced/horizontalPodAutoscalerConfig/behavior/scaleUpp | {} | scaleUpp
          """)
  void aSlipIsSeen(String kind, String path, String value, String said) {
    Manifest object =
        Kustomization.build(Overlay.THREE_NODES_SCALED.folder()).stream()
            .filter(any -> any.kind().equals(kind))
            .findFirst()
            .orElseThrow();
    assertThat(Schemas.problem(object)).isEmpty();
    Patch.apply(slip(path, value), object.json());
    assertThat(Schemas.problem(object)).hasValueSatisfying(what -> assertThat(what).contains(said));
  }

  private static JsonElement slip(String path, String value) {
    JsonObject operation = new JsonObject();
    operation.addProperty("op", value.equals("removed") ? "remove" : "add");
    operation.addProperty("path", "/" + path);
    operation.add("value", Yaml.documents(value).getFirst());
    JsonArray operations = new JsonArray();
    operations.add(operation);
    return operations;
  }
}
