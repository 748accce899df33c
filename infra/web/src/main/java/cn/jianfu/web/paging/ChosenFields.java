package cn.jianfu.web.paging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers only the fields that a client asks for. */
public final class ChosenFields {

  private final JsonMapper json;

  ChosenFields(JsonMapper json) {
    this.json = json;
  }

  /**
   * The page with the chosen fields of its items; the page itself when all are wanted.
   *
   * @throws cn.jianfu.web.problem.ProblemException when the type has no such field
   */
  public <T extends Record> PageOf<?> of(PageOf<T> page, PageRequest request, Class<T> type) {
    if (request.fields().isEmpty()) {
      return page;
    }
    var known = names(type).collect(Collectors.toUnmodifiableSet());
    if (!known.containsAll(request.fields())) {
      throw PagingProblems.notOneOf("fields", known);
    }
    return page.map(item -> chosen(item, request.fields()));
  }

  /** Names of the fields; those of an unwrapped record stand among them. */
  private static Stream<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(it ->
            it.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                ? names(it.getType())
                : Stream.of(it.getName()));
  }

  private ObjectNode chosen(Record item, Set<String> fields) {
    ObjectNode node = json.valueToTree(item);
    return node.retain(List.copyOf(fields));
  }
}
