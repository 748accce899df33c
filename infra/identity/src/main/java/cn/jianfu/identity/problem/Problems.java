package cn.jianfu.identity.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Writes problems: a stable type, a title in the reader's language, and the wrong fields. */
@Component
class Problems {

  private final MessageSource messages;

  Problems(MessageSource messages) {
    this.messages = messages;
  }

  public ProblemDetail of(HttpStatus status, String reason, Locale locale) {
    return of(status, reason, List.of(), locale);
  }

  ProblemDetail of(
      HttpStatus status, String reason, List<Declined.FieldError> errors, Locale locale) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create("urn:problem:identity." + reason));
    problem.setTitle(text("problem." + reason, locale));
    if (!errors.isEmpty()) {
      problem.setProperty("errors", errors.stream().map(error -> rendered(error, locale)).toList());
    }
    return problem;
  }

  private Map<String, String> rendered(Declined.FieldError error, Locale locale) {
    return Map.of(
        "pointer",
        error.pointer(),
        "code",
        error.code(),
        "message",
        text("field." + error.code(), locale));
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
