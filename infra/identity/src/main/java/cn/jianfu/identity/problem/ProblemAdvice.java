package cn.jianfu.identity.problem;

import com.mongodb.MongoException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** What the administration API answers when it does not do what it was asked. */
@RestControllerAdvice(annotations = RestController.class)
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ProblemDetail declined(Declined declined, Locale locale) {
    return problems.of(declined.status(), declined.reason(), declined.errors(), locale);
  }

  @ExceptionHandler
  ProblemDetail invalid(MethodArgumentNotValidException invalid, Locale locale) {
    List<Declined.FieldError> errors =
        invalid.getBindingResult().getFieldErrors().stream()
            .map(error -> new Declined.FieldError(pointer(error.getField()), code(error)))
            .distinct()
            .toList();
    return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", errors, locale);
  }

  @ExceptionHandler
  ProblemDetail unreadable(HttpMessageNotReadableException unreadable, Locale locale) {
    List<Declined.FieldError> errors =
        unreadable.getCause() instanceof JacksonException json && !json.getPath().isEmpty()
            ? List.of(new Declined.FieldError(pointer(json), "unreadable"))
            : List.of();
    return problems.of(HttpStatus.BAD_REQUEST, "unreadable", errors, locale);
  }

  @ExceptionHandler
  ProblemDetail mistyped(MethodArgumentTypeMismatchException mistyped, Locale locale) {
    return problems.of(HttpStatus.BAD_REQUEST, "refused", locale);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> away(MongoException away, Locale locale) {
    LOG.error("the store did not do what it was asked: {}", away.getMessage());
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "store-away", locale));
  }

  /** What Spring MVC refuses by itself (method, media type, parameter) keeps its status. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> other(Exception problem, Locale locale) {
    if (problem instanceof ErrorResponse refusal && refusal.getStatusCode().is4xxClientError()) {
      HttpStatus status = HttpStatus.valueOf(refusal.getStatusCode().value());
      return ResponseEntity.status(status)
          .headers(refusal.getHeaders())
          .body(problems.of(status, "refused", locale));
    }
    LOG.error("unexpected", problem);
    return ResponseEntity.internalServerError()
        .body(problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", locale));
  }

  /** {@code roles[0]} is {@code /roles/0}. */
  private static String pointer(String field) {
    return "/" + field.replace("].", "/").replace("]", "").replace('[', '/').replace('.', '/');
  }

  private static String pointer(JacksonException json) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : json.getPath()) {
      pointer.append('/');
      pointer.append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
    }
    return pointer.toString();
  }

  private static String code(FieldError error) {
    return switch (String.valueOf(error.getCode())) {
      case "NotNull", "NotBlank", "NotEmpty" -> "missing";
      case "Size" -> "length";
      default -> "malformed";
    };
  }
}
