package cn.jianfu.k8s;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Holds objects against the classes that are generated from Kubernetes' OpenAPI document. They
 * refuse unknown fields, missing ones and quantities that are none; what comes back changed had a
 * wrong type. Words from a closed list (pullPolicy and such) are not checked.
 */
final class Schemas {

  private static final Map<String, Class<?>> KINDS =
      Map.ofEntries(
          Map.entry("v1 Namespace", V1Namespace.class),
          Map.entry("v1 ConfigMap", V1ConfigMap.class),
          Map.entry("v1 Secret", V1Secret.class),
          Map.entry("v1 Service", V1Service.class),
          Map.entry("apps/v1 Deployment", V1Deployment.class),
          Map.entry("apps/v1 StatefulSet", V1StatefulSet.class),
          Map.entry("batch/v1 Job", V1Job.class),
          Map.entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class),
          Map.entry("networking.k8s.io/v1 Ingress", V1Ingress.class),
          Map.entry("keda.sh/v1alpha1 ScaledObject", Keda.ScaledObject.class),
          Map.entry("keda.sh/v1alpha1 TriggerAuthentication", Keda.TriggerAuthentication.class));

  private static final Gson GSON = JSON.getGson();

  private Schemas() {}

  static List<String> problems(List<Manifest> objects) {
    return objects.stream().flatMap(object -> problem(object).stream()).toList();
  }

  /** What is wrong with an object; empty when nothing is. */
  static Optional<String> problem(Manifest object) {
    Class<?> kind = KINDS.get(object.text("apiVersion") + " " + object.kind());
    if (kind == null) {
      return Optional.of(object + " is of an unknown kind");
    }
    try {
      Object read = GSON.fromJson(object.json(), kind);
      return lost("", object.json(), GSON.toJsonTree(read)).map(what -> object + ": " + what);
    } catch (RuntimeException refused) {
      // Quantities, numbers and records each have an exception of their own, and Gson wraps some.
      return Optional.of(object + ": " + refused.getMessage() + ", " + refused.getCause());
    }
  }

  /** The first place where something of what was given is missing or different. */
  private static Optional<String> lost(String path, JsonElement given, JsonElement back) {
    return switch (given) {
      case JsonObject object when back instanceof JsonObject other ->
          object.entrySet().stream()
              .flatMap(field -> lostField(path, field, other).stream())
              .findFirst();
      case JsonArray array when back instanceof JsonArray other && array.size() == other.size() ->
          IntStream.range(0, array.size())
              .boxed()
              .flatMap(i -> lost(path + "/" + i, array.get(i), other.get(i)).stream())
              .findFirst();
      default ->
          given.equals(back)
              ? Optional.empty()
              : Optional.of(path + " is " + given + " and was understood as " + back);
    };
  }

  private static Optional<String> lostField(
      String path, Map.Entry<String, JsonElement> field, JsonObject back) {
    String place = path + "/" + field.getKey();
    return back.has(field.getKey())
        ? lost(place, field.getValue(), back.get(field.getKey()))
        : Optional.of(place + " is unknown");
  }
}
