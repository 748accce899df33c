package cn.jianfu.acceptance.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must still be said on any later day. Since then a service may have warned a group, ended it
 * or found something about it; what was true of the day itself stays.
 */
final class Lasting {

  private static final Set<String> MAY_MOVE = Set.of("state", "version", "transitions", "decision");
  private static final Set<String> SUGGESTED = Set.of("suggested", "mergeInto", "because");

  private Lasting() {}

  static void isStillSaid(Map<String, JsonNode> then, Map<String, JsonNode> now) {
    assertThat(now.keySet()).isEqualTo(then.keySet());
    then.forEach(
        (asked, answer) -> isStillSaid(asked, answer, Objects.requireNonNull(now.get(asked))));
  }

  private static void isStillSaid(String asked, JsonNode then, JsonNode now) {
    if (asked.contains("/history")) {
      // The latest comes first.
      List<JsonNode> was = list(then.path("items"));
      List<JsonNode> is = list(now.path("items"));
      assertThat(is).as(asked).endsWith(was.toArray(JsonNode[]::new));
    } else if (asked.startsWith("group:groups/")) {
      assertThat(list(now.path("transitions")))
          .as(asked)
          .startsWith(list(then.path("transitions")).toArray(JsonNode[]::new));
      assertThat(without(MAY_MOVE, now)).as(asked).isEqualTo(without(MAY_MOVE, then));
    } else if (asked.startsWith("group:self-checks/")) {
      assertThat(answered(now)).as(asked).isEqualTo(answered(then));
    } else if (asked.startsWith("gateway:towns/")) {
      assertThat(now.at("/town/compliance")).as(asked).isEqualTo(then.at("/town/compliance"));
    } else {
      assertThat(now).as(asked).isEqualTo(then);
    }
  }

  private static List<JsonNode> answered(JsonNode selfCheck) {
    return list(selfCheck.path("items")).stream().map(item -> without(SUGGESTED, item)).toList();
  }

  private static JsonNode without(Set<String> fields, JsonNode node) {
    return node instanceof ObjectNode object ? object.deepCopy().remove(fields) : node;
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }
}
