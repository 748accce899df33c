package cn.jianfu.k8s;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of KEDA 2, with the fields that we use: no library brings their schema. */
final class Keda {

  private Keda() {}

  record ScaledObject(String apiVersion, String kind, Metadata metadata, Scaling spec) {

    ScaledObject {
      requireNonNull(metadata, "metadata");
      requireNonNull(spec, "spec");
    }

    record Scaling(
        Target scaleTargetRef,
        @Nullable Integer minReplicaCount,
        @Nullable Integer maxReplicaCount,
        @Nullable Integer pollingInterval,
        @Nullable Integer cooldownPeriod,
        @Nullable Fallback fallback,
        @Nullable Advanced advanced,
        List<Trigger> triggers) {

      Scaling {
        requireNonNull(scaleTargetRef, "spec.scaleTargetRef");
        requireNonNull(triggers, "spec.triggers");
      }
    }

    record Target(@Nullable String apiVersion, @Nullable String kind, String name) {

      Target {
        requireNonNull(name, "spec.scaleTargetRef.name");
      }
    }

    record Fallback(int failureThreshold, int replicas) {}

    record Advanced(
        @Nullable Boolean restoreToOriginalReplicaCount,
        @Nullable HorizontalPodAutoscalerConfig horizontalPodAutoscalerConfig) {}

    record HorizontalPodAutoscalerConfig(
        io.kubernetes.client.openapi.models.@Nullable V2HorizontalPodAutoscalerBehavior behavior) {}

    /** Of a trigger's metadata every value is a string, numbers too. */
    record Trigger(
        String type, Map<String, String> metadata, @Nullable Reference authenticationRef) {

      Trigger {
        requireNonNull(type, "spec.triggers[].type");
        requireNonNull(metadata, "spec.triggers[].metadata");
      }
    }
  }

  record TriggerAuthentication(String apiVersion, String kind, Metadata metadata, Login spec) {

    TriggerAuthentication {
      requireNonNull(metadata, "metadata");
      requireNonNull(spec, "spec");
    }

    record Login(List<SecretTarget> secretTargetRef) {}

    record SecretTarget(String parameter, String name, String key) {

      SecretTarget {
        requireNonNull(parameter, "parameter");
        requireNonNull(name, "name");
        requireNonNull(key, "key");
      }
    }
  }

  record Metadata(String name, @Nullable String namespace, @Nullable Map<String, String> labels) {

    Metadata {
      requireNonNull(name, "metadata.name");
    }
  }

  record Reference(String name, @Nullable String kind) {

    Reference {
      requireNonNull(name, "authenticationRef.name");
    }
  }
}
