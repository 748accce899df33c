package cn.jianfu.identity.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that is understood and not done; the reason is a word of the problem bundle. */
public final class Declined extends RuntimeException {

  private final HttpStatus status;
  private final String reason;
  private final List<FieldError> errors;

  private Declined(HttpStatus status, String reason, List<FieldError> errors) {
    super(reason);
    this.status = status;
    this.reason = reason;
    this.errors = List.copyOf(errors);
  }

  /** One field that is wrong: a JSON pointer and a word of the problem bundle. */
  public record FieldError(String pointer, String code) {}

  public static Declined unknown(String what) {
    return new Declined(HttpStatus.NOT_FOUND, what + "-unknown", List.of());
  }

  public static Declined conflict(String reason) {
    return new Declined(HttpStatus.CONFLICT, reason, List.of());
  }

  public static Declined invalid(List<FieldError> errors) {
    return new Declined(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", errors);
  }

  /** For logs and refused configuration. */
  public String explained() {
    return errors.isEmpty() ? reason : errors.toString();
  }

  HttpStatus status() {
    return status;
  }

  String reason() {
    return reason;
  }

  List<FieldError> errors() {
    return errors;
  }
}
