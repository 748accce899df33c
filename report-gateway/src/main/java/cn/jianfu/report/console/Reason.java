package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;

/** What a reason that somebody types must be like. */
final class Reason {

  static final int SHORTEST = 5;
  static final int LONGEST = 500;

  private Reason() {}

  /** The text's key when the reason will not do; null when it will. */
  static @Nullable String problem(String reason) {
    if (reason.isEmpty()) {
      return "judge.reason.missing";
    }
    int length = reason.codePointCount(0, reason.length());
    return length < SHORTEST ? "judge.reason.short" : length > LONGEST ? "judge.reason.long" : null;
  }
}
