package cn.jianfu.web.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of the body, or with one parameter of the request.
 *
 * @param pointer JSON pointer into the body; null when a parameter or header is meant
 * @param parameter name of the query parameter, path variable or header; null when the body is
 *     meant
 * @param code stable word; its text is in the bundles under {@code code.<code>}
 * @param values fill the placeholders of the text, for example {@code {max}}
 */
public record FieldProblem(
    @Nullable String pointer, @Nullable String parameter, String code, Map<String, ?> values) {

  public static FieldProblem at(String pointer, String code) {
    return at(pointer, code, Map.of());
  }

  public static FieldProblem at(String pointer, String code, Map<String, ?> values) {
    return new FieldProblem(pointer, null, code, values);
  }

  public static FieldProblem ofParameter(String parameter, String code) {
    return ofParameter(parameter, code, Map.of());
  }

  public static FieldProblem ofParameter(String parameter, String code, Map<String, ?> values) {
    return new FieldProblem(null, parameter, code, values);
  }

  /** The same, when the field is inside of something at {@code prefix}. */
  public FieldProblem under(String prefix) {
    return pointer == null ? this : new FieldProblem(prefix + pointer, null, code, values);
  }
}
