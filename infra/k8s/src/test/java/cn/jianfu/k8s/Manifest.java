package cn.jianfu.k8s;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A tree of YAML, read by paths such as {@code spec/template/metadata/labels}. */
record Manifest(JsonObject json) {

  String kind() {
    return text("kind");
  }

  String name() {
    return text("metadata/name");
  }

  Optional<JsonElement> at(String path) {
    JsonElement found = json;
    for (String step : path.split("/", -1)) {
      found = step(found, step);
      if (found.isJsonNull()) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  private static JsonElement step(JsonElement from, String step) {
    JsonElement found =
        switch (from) {
          case JsonObject object -> object.get(step);
          case JsonArray array -> array.get(Integer.parseInt(step));
          default -> JsonNull.INSTANCE;
        };
    return found == null ? JsonNull.INSTANCE : found;
  }

  /** The value there. @throws IllegalArgumentException when there is none */
  String text(String path) {
    return at(path)
        .map(JsonElement::getAsString)
        .orElseThrow(() -> new IllegalArgumentException("no " + path + " in " + json));
  }

  Optional<String> maybe(String path) {
    return at(path).map(JsonElement::getAsString);
  }

  /** The objects of an array, none when it is absent. */
  List<Manifest> list(String path) {
    return at(path).map(JsonElement::getAsJsonArray).stream()
        .flatMap(array -> StreamSupport.stream(array.spliterator(), false))
        .map(element -> new Manifest(element.getAsJsonObject()))
        .toList();
  }

  /** The words of an array, none when it is absent. */
  List<String> texts(String path) {
    return at(path).map(JsonElement::getAsJsonArray).stream()
        .flatMap(array -> StreamSupport.stream(array.spliterator(), false))
        .map(JsonElement::getAsString)
        .toList();
  }

  /** An object of plain values, empty when it is absent. */
  Map<String, String> values(String path) {
    Map<String, String> values = new LinkedHashMap<>();
    at(path)
        .map(JsonElement::getAsJsonObject)
        .ifPresent(
            object -> object.asMap().forEach((key, value) -> values.put(key, value.getAsString())));
    return values;
  }

  @Override
  public String toString() {
    return maybe("kind").orElse("?") + " " + maybe("metadata/name").orElse("?");
  }
}
