package cn.jianfu.report.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A system that writes with requests of its own: its source is its account, not a name of its own.
 */
final class SingleWriter {

  private static final Pattern ISSUER_AND_SUBJECT = Pattern.compile("https?://[^#]+#(.+)");

  private SingleWriter() {}

  /** The account that is behind a source; null for a source that events name. */
  static @Nullable String accountOf(String source) {
    Matcher account = ISSUER_AND_SUBJECT.matcher(source);
    return account.matches() ? account.group(1) : null;
  }
}
