package cn.jianfu.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A good request of which one field at a time is wrong. */
public final class WrongFields {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ISO_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}.*";

  /**
   * A request that is wrong in one field.
   *
   * @param pointer of the field
   * @param value what stands there, as JSON
   */
  public record Wrong(String pointer, String value, String body) {}

  private WrongFields() {}

  /** Every field with every value that it may not have; {@code mayBeFar} may lie in the future. */
  public static List<Wrong> of(String body, Set<String> mayBeFar) {
    JsonNode good = JSON.readTree(body);
    List<Wrong> all = new ArrayList<>();
    for (String pointer : leaves(good, "")) {
      for (String value : wrongValues(good.at(pointer), mayBeFar.contains(pointer))) {
        all.add(new Wrong(pointer, value, changed(good, pointer, value)));
      }
    }
    return all;
  }

  private static List<String> wrongValues(JsonNode good, boolean mayBeFar) {
    List<String> wrong =
        new ArrayList<>(List.of("{}", "{\"a\":1}", "\"a\\u0000b\"", "\"\\ud83d\""));
    if (good.isBoolean()) {
      wrong.addAll(List.of("\"true\"", "1", "0"));
    } else if (good.isNumber() && !good.isIntegralNumber()) {
      wrong.addAll(List.of("true", "1e400", "\"7\"", "[1]", "\"\""));
    } else if (good.isNumber()) {
      wrong.addAll(
          List.of("true", "1.5", "-1", "2147483648", "1000001", "1e400", "\"7\"", "[1]", "\"\""));
    } else {
      wrong.addAll(List.of("true", "7", "1.5", "[]", "\"" + "长".repeat(10_000) + "\""));
    }
    if (good.isString() && good.asString().matches(ISO_DAY)) {
      wrong.addAll(
          List.of(
              "\"2026-02-30\"",
              "\"2026-13-01\"",
              "\"2026/01/01\"",
              "\"20260101\"",
              "\"+999999999-12-31\"",
              "\"-999999999-01-01\"",
              "\"0000-01-01\"",
              "\"1600000000\"",
              "\"\"",
              "\" \""));
      if (!mayBeFar) {
        wrong.add(good.asString().length() == 10 ? "\"9998-12-31\"" : "\"9998-12-31T00:00:00Z\"");
      }
    }
    return wrong;
  }

  /** Pointers to every value that is no object and no array. */
  private static List<String> leaves(JsonNode node, String at) {
    List<String> all = new ArrayList<>();
    switch (node) {
      case ObjectNode object ->
          object.properties().forEach(e -> all.addAll(leaves(e.getValue(), at + "/" + e.getKey())));
      case ArrayNode array -> {
        for (int i = 0; i < Math.min(2, array.size()); i++) {
          all.addAll(leaves(array.get(i), at + "/" + i));
        }
      }
      default -> all.add(at);
    }
    return all;
  }

  private static String changed(JsonNode good, String pointer, String wrong) {
    String mark = "\"@@wrong@@\"";
    JsonNode copy = good.deepCopy();
    int cut = pointer.lastIndexOf('/');
    JsonNode parent = copy.at(pointer.substring(0, cut));
    String name = pointer.substring(cut + 1);
    if (parent instanceof ObjectNode object) {
      object.put(name, "@@wrong@@");
    } else if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), "@@wrong@@");
    }
    return JSON.writeValueAsString(copy).replace(mark, wrong);
  }
}
