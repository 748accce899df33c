package cn.jianfu.web.headers;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Versions of aggregates as entity tags. */
public final class Versions {

  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})(-[a-z]+)?\"");

  private Versions() {}

  /** Value of an {@code ETag} header. */
  public static String tag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * The same of an answer that also shows what others said, which does not change the version.
   *
   * @param shown in small letters
   */
  public static String tag(long version, String shown) {
    return "\"" + version + "-" + shown + "\"";
  }

  /**
   * The version that the client has seen, from {@code If-Match}; null for any.
   *
   * @throws cn.jianfu.web.problem.ProblemException when the header is something else
   */
  public static @Nullable Long seen(HttpHeaders headers) {
    return seen(headers.getFirst(HttpHeaders.IF_MATCH));
  }

  public static @Nullable Long seen(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return null;
    }
    var tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw Problem.of(WebProblems.INVALID)
          .atParameter(HttpHeaders.IF_MATCH, "not-a-version")
          .toException();
    }
    return Long.valueOf(tag.group(1));
  }
}
