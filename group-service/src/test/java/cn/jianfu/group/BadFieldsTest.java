package cn.jianfu.group;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One field at a time is wrong: the refusal points at it. */
class BadFieldsTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ISO_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}.*";

  /** Days that may lie in the future: an end, a due day; and a clock that is set. */
  private static final Set<String> MAY_BE_FAR = Set.of("/validUntil", "/dueOn", "/now");

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);

  static List<Door> jsonDoors() {
    return BadBodiesTest.jsonDoors().toList();
  }

  @ParameterizedTest
  @MethodSource("jsonDoors")
  void theRefusalPointsAtTheFieldThatIsWrong(Door door) {
    Asking writer = Asking.of(service, BadBodiesTest.writerOf(door), BadBodiesTest.unitOf(door));
    Doors.furnish(service);
    JsonNode good = JSON.readTree(door.body());
    StoredState before = StoredState.of(database);

    for (String pointer : leaves(good, "")) {
      for (String wrong : wrongValues(pointer, good.at(pointer))) {
        JsonNode problem = writer.refused(door, changed(good, pointer, wrong).getBytes(UTF_8));
        assertThat(problem.at("/errors/0/pointer").asString(""))
            .as(pointer + " = " + wrong.substring(0, Math.min(60, wrong.length())) + problem)
            .startsWith(pointer.startsWith("/taskPostsByHour") ? "/taskPostsByHour" : pointer);
      }
    }

    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  private static List<String> wrongValues(String pointer, JsonNode good) {
    List<String> wrong =
        new ArrayList<>(List.of("{}", "{\"a\":1}", "\"a\\u0000b\"", "\"\\ud83d\""));
    if (good.isBoolean()) {
      wrong.addAll(List.of("\"true\"", "1", "0"));
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
      if (!MAY_BE_FAR.contains(pointer)) {
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
