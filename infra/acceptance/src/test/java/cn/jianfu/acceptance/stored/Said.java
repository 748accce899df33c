package cn.jianfu.acceptance.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Compares what was answered at two moments of a day, value by value. */
final class Said {

  /**
   * When and how often an answer was worked out; and what is made of all towns once a minute only,
   * so that answers that have settled may still be without it. The towns' own days are compared.
   */
  private static final Set<String> OF_THE_WORKING =
      Set.of("computedAt", "updatedAt", "revision", "version", "median");

  private Said() {}

  static void isTheSame(Map<String, JsonNode> then, Map<String, JsonNode> now) {
    Map<String, String> was = values(then);
    Map<String, String> is = values(now);
    Map<String, String> others = new LinkedHashMap<>();
    was.forEach((place, value) -> {
      if (!value.equals(is.get(place))) {
        others.put(place, value + " → " + is.get(place));
      }
    });
    assertThat(others).isEmpty();
    is.keySet().removeAll(was.keySet());
    assertThat(is).as("what is new").isEmpty();
  }

  private static Map<String, String> values(Map<String, JsonNode> answers) {
    Map<String, String> values = new TreeMap<>();
    answers.forEach((asked, answer) -> note(asked + " ", answer, values));
    return values;
  }

  private static void note(String place, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      node.properties().stream()
          .filter(field -> !OF_THE_WORKING.contains(field.getKey()))
          .forEach(field -> note(place + "/" + field.getKey(), field.getValue(), values));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        note(place + "/" + i, node.get(i), values);
      }
    } else {
      values.put(place, node.toString());
    }
  }
}
