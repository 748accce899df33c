package cn.jianfu.web.headers;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** The key by which a client lets its {@code POST} be recognised when it is sent again. */
public record IdempotencyKey(String value) {

  public static final String HEADER = "Idempotency-Key";

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,200}");

  /**
   * The key of a request, if it has one.
   *
   * @throws cn.jianfu.web.problem.ProblemException when the header is no key
   */
  public static Optional<IdempotencyKey> of(HttpHeaders headers) {
    var value = headers.getFirst(HEADER);
    return value == null ? Optional.empty() : Optional.of(read(value));
  }

  /**
   * The key in a header.
   *
   * @throws cn.jianfu.web.problem.ProblemException when it is none
   */
  public static IdempotencyKey read(String value) {
    if (!FORM.matcher(value).matches()) {
      throw Problem.of(WebProblems.INVALID).atParameter(HEADER, "not-a-key").toException();
    }
    return new IdempotencyKey(value);
  }
}
