package cn.jianfu.report.group;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why group-service does not take something, in the language that was asked for. */
public record Refused(
    String type, String title, @Nullable String detail, @Nullable List<Wrong> errors) {

  public Refused {
    title = Objects.requireNonNullElse(title, "");
  }

  /** What is wrong with a field. */
  public record Wrong(@Nullable String pointer, String code, String message) {}

  /** The one sentence that says it best. */
  public String sentence() {
    return errors == null || errors.isEmpty()
        ? Objects.requireNonNullElse(detail, title)
        : errors.getFirst().message();
  }
}
