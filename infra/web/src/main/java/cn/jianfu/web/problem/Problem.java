package cn.jianfu.web.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a known type, before it is put into words.
 *
 * @param values fill the placeholders of title and detail
 * @param retryAfter when it makes sense to try again; null when it does not
 */
public record Problem(
    ProblemType type,
    Map<String, ?> values,
    List<FieldProblem> errors,
    @Nullable Duration retryAfter) {

  public static Problem of(ProblemType type) {
    return new Problem(type, Map.of(), List.of(), null);
  }

  public Problem with(String name, Object value) {
    var more = new HashMap<String, Object>(values);
    more.put(name, value);
    return new Problem(type, Map.copyOf(more), errors, retryAfter);
  }

  public Problem at(String pointer, String code) {
    return error(FieldProblem.at(pointer, code));
  }

  public Problem at(String pointer, String code, Map<String, ?> values) {
    return error(FieldProblem.at(pointer, code, values));
  }

  public Problem atParameter(String parameter, String code) {
    return error(FieldProblem.ofParameter(parameter, code));
  }

  public Problem error(FieldProblem error) {
    var more = new ArrayList<>(errors);
    more.add(error);
    return errors(more);
  }

  public Problem errors(List<FieldProblem> all) {
    return new Problem(type, values, List.copyOf(all), retryAfter);
  }

  /** All of them as one; there is at least one. */
  public static Problem all(Stream<Problem> several) {
    return several
        .reduce(Problem::and)
        .orElseThrow(() -> new IllegalArgumentException("declined for nothing"));
  }

  /**
   * The same, with what else is wrong. Type and words stay those of what was found first, unless
   * that may pass by itself and the other does not: to wait would be in vain.
   */
  public Problem and(Problem other) {
    var all = new ArrayList<>(errors);
    all.addAll(other.errors());
    var first = retryAfter != null && other.retryAfter == null ? other : this;
    return first.errors(all);
  }

  public Problem retryAfter(Duration wait) {
    return new Problem(type, values, errors, wait);
  }

  /** The same, when what is wrong is inside of something at {@code prefix}. */
  public Problem under(String prefix) {
    return errors(errors.stream().map(error -> error.under(prefix)).toList());
  }

  public ProblemException toException() {
    return new ProblemException(this);
  }
}
