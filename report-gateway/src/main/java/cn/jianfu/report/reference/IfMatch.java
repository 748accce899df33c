package cn.jianfu.report.reference;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import org.jspecify.annotations.Nullable;

/** The version that a sender has seen. */
final class IfMatch {

  private IfMatch() {}

  /** The version in an {@code If-Match} header; null for none or {@code *}. */
  static @Nullable Long version(@Nullable String header) {
    if (header == null || header.equals("*")) {
      return null;
    }
    try {
      return Long.valueOf(header.replace("\"", ""));
    } catch (NumberFormatException _) {
      throw Problem.of(WebProblems.INVALID).atParameter("If-Match", "not-readable").toException();
    }
  }
}
