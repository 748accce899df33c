package cn.jianfu.web.problem;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON text that could not be read, and where. */
public final class JsonProblems {

  private JsonProblems() {}

  /** Never repeats what the client has sent: that could be another's secret. */
  public static Problem of(JacksonException failure) {
    var pointer = pointerOf(failure);
    return switch (failure) {
      case UnrecognizedPropertyException _ -> invalid(pointer, "unknown-field", Map.of());
      case InvalidFormatException text when isBrokenText(text) ->
          invalid(pointer, "broken-text", Map.of());
      case InvalidFormatException format when format.getTargetType().isEnum() ->
          invalid(pointer, "not-one-of", Map.of("allowed", namesOf(format.getTargetType())));
      case MismatchedInputException mismatch -> mismatched(pointer, mismatch);
      case InputCoercionException _ -> invalid(pointer, "out-of-range", Map.of());
      case StreamConstraintsException _ -> syntax("json-limit", pointer, failure);
      case StreamReadException read when isDuplicate(read) ->
          syntax("duplicate-field", pointer, failure);
      case StreamReadException _ -> syntax("json-syntax", pointer, failure);
      case InvalidDefinitionException bug -> throw bug;
      case DatabindException refused when refused.getCause() instanceof ProblemException why ->
          why.problem().under(pointer);
      case DatabindException _ -> invalid(pointer, "not-readable", Map.of());
      default -> syntax("json-syntax", pointer, failure);
    };
  }

  /** The parser knows better than the exception where it was when the text itself is broken. */
  private static String pointerOf(JacksonException failure) {
    return !(failure instanceof DatabindException)
            && failure.processor() instanceof JsonParser parser
        ? parser.streamReadContext().pathAsPointer().toString()
        : Pointers.of(failure.getPath());
  }

  private static Problem mismatched(String pointer, MismatchedInputException mismatch) {
    var wanted = mismatch.getTargetType();
    return invalid(pointer, "wrong-type", Map.of("wanted", wanted == null ? "?" : nameOf(wanted)));
  }

  private static boolean isBrokenText(InvalidFormatException failure) {
    return failure.getTargetType() == String.class && failure.getValue() instanceof String;
  }

  private static boolean isDuplicate(StreamReadException failure) {
    var message = failure.getOriginalMessage();
    return message != null && message.startsWith("Duplicate Object property");
  }

  private static Problem invalid(String pointer, String code, Map<String, ?> values) {
    return Problem.of(WebProblems.INVALID).at(pointer, code, values);
  }

  private static Problem syntax(String code, String pointer, JacksonException failure) {
    var location = failure.getLocation();
    var line = location == null ? 0 : Math.max(location.getLineNr(), 0);
    var column = location == null ? 0 : Math.max(location.getColumnNr(), 0);
    return Problem.of(WebProblems.MALFORMED_JSON)
        .with("line", line)
        .with("column", column)
        .at(pointer, code);
  }

  private static String namesOf(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  private static String nameOf(Class<?> type) {
    if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
      return "number";
    }
    if (type == LocalDate.class) {
      return "2026-03-01";
    }
    if (Temporal.class.isAssignableFrom(type)) {
      return "2026-03-01T08:00:00+08:00";
    }
    return switch (type.getSimpleName()) {
      case "boolean", "Boolean" -> "true/false";
      case "String", "Duration", "Period", "ZoneId", "UUID", "URI" -> "text";
      default -> type.isArray() || Iterable.class.isAssignableFrom(type) ? "array" : "object";
    };
  }
}
