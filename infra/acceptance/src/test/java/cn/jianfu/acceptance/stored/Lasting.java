package cn.jianfu.acceptance.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must still be said on any later day. Since then a service may have warned a group, ended it
 * or found something about it; what was true of the day itself stays.
 */
final class Lasting {

  /** 0.1.0 said who owned a group, by a keyed hash; that is never said any more. */
  private static final String PERSON = "ownerRef";

  private static final Set<String> MAY_MOVE =
      Set.of("state", "version", "transitions", "decision", PERSON);
  private static final String FORMULA = "formulaVersion";
  private static final Set<String> COUNTED = Set.of("metrics", FORMULA);

  private static final Set<String> NUMBERS =
      Set.of("numerator", "denominator", "value", "excluded", "unknown", "details");

  /** What these tell otherwise from their second formula on (ADR 19). */
  private static final Map<String, Set<String>> TOLD_OTHERWISE =
      Map.of(
          "M08", Set.of("unknown"),
          "M09", Set.of("unknown"),
          "M10", NUMBERS,
          "M11", NUMBERS,
          "M12", NUMBERS);

  private static final Set<String> SUGGESTED = Set.of("suggested", "mergeInto", "because");

  private Lasting() {}

  static void isStillSaid(Map<String, JsonNode> then, Map<String, JsonNode> now) {
    assertThat(now.keySet()).isEqualTo(then.keySet());
    then.forEach((asked, answer) -> {
      JsonNode answered = Objects.requireNonNull(now.get(asked));
      assertThat(answered.toString()).as(asked).doesNotContain("\"k1:");
      isStillSaid(asked, answer, inWordsOf(answer, answered));
    });
  }

  /** Without the fields that a later version adds. */
  private static JsonNode inWordsOf(JsonNode then, JsonNode now) {
    if (then instanceof ObjectNode was && now instanceof ObjectNode is) {
      ObjectNode copy = is.objectNode();
      is.properties().stream()
          .filter(field -> was.has(field.getKey()))
          .forEach(field ->
              copy.set(field.getKey(), inWordsOf(was.get(field.getKey()), field.getValue())));
      return copy;
    }
    if (then instanceof ArrayNode was && now instanceof ArrayNode is && was.size() == is.size()) {
      ArrayNode copy = is.arrayNode();
      for (int i = 0; i < is.size(); i++) {
        copy.add(inWordsOf(was.get(i), is.get(i)));
      }
      return copy;
    }
    return now;
  }

  private static void isStillSaid(String asked, JsonNode then, JsonNode now) {
    if (asked.contains("/history")) {
      // The latest comes first.
      List<JsonNode> was = list(then.path("items"));
      List<JsonNode> is = list(now.path("items"));
      assertThat(is.stream().map(Lasting::unnamed).toList())
          .as(asked)
          .endsWith(was.stream().map(Lasting::unnamed).toArray(JsonNode[]::new));
    } else if (asked.startsWith("group:groups/")) {
      assertThat(list(now.path("transitions")))
          .as(asked)
          .startsWith(list(then.path("transitions")).toArray(JsonNode[]::new));
      assertThat(now.has(PERSON)).as(asked).isFalse();
      assertThat(without(MAY_MOVE, now)).as(asked).isEqualTo(without(MAY_MOVE, then));
    } else if (asked.startsWith("group:self-checks/")) {
      assertThat(answered(now)).as(asked).isEqualTo(answered(then));
    } else if (asked.startsWith("gateway:towns/")) {
      isStillCounted(asked, then.at("/town/compliance"), now.at("/town/compliance"));
    } else {
      assertThat(now).as(asked).isEqualTo(then);
    }
  }

  /** A later version may count by a newer formula; few of them count something else of that day. */
  private static void isStillCounted(String asked, JsonNode then, JsonNode now) {
    List<JsonNode> was = list(then.path("metrics"));
    List<JsonNode> is = list(now.path("metrics"));
    assertThat(is).as(asked).hasSameSizeAs(was);
    for (int i = 0; i < was.size(); i++) {
      assertThat(comparable(is.get(i), was.get(i)))
          .as(asked)
          .isEqualTo(comparable(was.get(i), was.get(i)));
    }
    assertThat(without(COUNTED, now)).as(asked).isEqualTo(without(COUNTED, then));
    for (int i = 0; i < was.size(); i++) {
      assertThat(formula(is.get(i))).as(asked).isGreaterThanOrEqualTo(formula(was.get(i)));
    }
    assertThat(formula(now)).as(asked).isGreaterThanOrEqualTo(formula(then));
  }

  private static JsonNode comparable(JsonNode metric, JsonNode then) {
    JsonNode unversioned = without(Set.of(FORMULA), metric);
    return formula(then) < 2
        ? without(TOLD_OTHERWISE.getOrDefault(then.path("id").asString(), Set.of()), unversioned)
        : unversioned;
  }

  private static int formula(JsonNode counted) {
    return counted.path(FORMULA).asInt();
  }

  private static List<JsonNode> answered(JsonNode selfCheck) {
    return list(selfCheck.path("items")).stream().map(item -> without(SUGGESTED, item)).toList();
  }

  private static JsonNode without(Set<String> fields, JsonNode node) {
    return node instanceof ObjectNode object ? object.deepCopy().remove(fields) : node;
  }

  /** An entry of a history without what it says of a person. */
  private static JsonNode unnamed(JsonNode entry) {
    JsonNode copy = entry.deepCopy();
    if (copy.path("changes") instanceof ArrayNode changes) {
      changes.removeIf(change -> change.path("field").asString("").equals(PERSON));
    }
    return copy;
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }
}
