package cn.jianfu.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem in words, as it is sent.
 *
 * @param traceId names the entry in the log; only on faults of our own
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String traceId,
    List<FieldError> errors) {

  /** What is wrong with one field. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FieldError(
      @Nullable String pointer, @Nullable String parameter, String code, String message) {}

  ProblemBody withTraceId(String id) {
    return new ProblemBody(type, title, status, detail, id, errors);
  }
}
