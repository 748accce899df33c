package cn.jianfu.group.access;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of each entry that a client wants.
 *
 * @param fields empty for all
 */
public record Selection(List<String> fields) {

  /** Reads {@code fields=name,state}. */
  public static Selection of(@Nullable String fields) {
    if (fields == null || fields.isBlank()) {
      return new Selection(List.of());
    }
    List<String> names = Arrays.stream(fields.split(",", -1)).map(String::strip).toList();
    if (names.size() > 50 || names.stream().anyMatch(name -> !name.matches("[A-Za-z]{1,40}"))) {
      throw Problem.of(WebProblems.INVALID).atParameter("fields", "not-readable").toException();
    }
    return new Selection(names);
  }

  public JsonNode from(Object entry, JsonMapper json) {
    JsonNode all = json.valueToTree(entry);
    return fields.isEmpty() || !(all instanceof ObjectNode object) ? all : object.retain(fields);
  }
}
