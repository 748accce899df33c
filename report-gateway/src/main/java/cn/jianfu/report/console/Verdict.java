package cn.jianfu.report.console;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person may say about a finding. */
enum Verdict {
  CONFIRM,
  DISMISS,
  TAKE_BACK,
  /** 申诉: what the unit concerned says. */
  CONTEST;

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Verdict> of(@Nullable String key) {
    return Stream.of(values()).filter(verdict -> verdict.key().equals(key)).findFirst();
  }
}
