package cn.jianfu.k8s;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** Operations of RFC 6902, those that our patches use, applied in place. */
final class Patch {

  private Patch() {}

  /**
   * @throws IllegalArgumentException when an operation is another, or its place is not there
   */
  static void apply(JsonElement operations, JsonObject document) {
    for (JsonElement operation : operations.getAsJsonArray()) {
      applyOne(new Manifest(operation.getAsJsonObject()), document);
    }
  }

  private static void applyOne(Manifest operation, JsonObject document) {
    List<String> steps = steps(operation.text("path"));
    JsonElement parent = document;
    for (String step : steps.subList(0, steps.size() - 1)) {
      parent = into(parent, step, operation);
    }
    switch (parent) {
      case JsonObject object -> change(object, steps.getLast(), operation);
      case JsonArray array -> append(array, steps.getLast(), operation);
      default -> throw refused(operation);
    }
  }

  private static void change(JsonObject object, String key, Manifest operation) {
    switch (operation.text("op")) {
      case "add" -> object.add(key, value(operation));
      case "replace" -> {
        into(object, key, operation);
        object.add(key, value(operation));
      }
      case "remove" -> {
        into(object, key, operation);
        object.remove(key);
      }
      default -> throw refused(operation);
    }
  }

  private static void append(JsonArray array, String place, Manifest operation) {
    if (place.equals("-") && operation.text("op").equals("add")) {
      array.add(value(operation));
    } else if (operation.text("op").equals("replace")) {
      array.set(Integer.parseInt(place), value(operation));
    } else {
      throw refused(operation);
    }
  }

  private static JsonElement into(JsonElement parent, String step, Manifest operation) {
    JsonElement child =
        switch (parent) {
          case JsonObject object -> object.get(step);
          case JsonArray array -> array.get(Integer.parseInt(step));
          default -> throw refused(operation);
        };
    if (child == null) {
      throw refused(operation);
    }
    return child;
  }

  private static JsonElement value(Manifest operation) {
    return operation.at("value").orElseThrow(() -> refused(operation)).deepCopy();
  }

  private static List<String> steps(String pointer) {
    return List.of(pointer.substring(1).split("/", -1)).stream()
        .map(step -> step.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  private static IllegalArgumentException refused(Manifest operation) {
    return new IllegalArgumentException("cannot be applied: " + operation.json());
  }
}
