package cn.jianfu.report.console;

import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.UnjudgedTold;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which groups of a register a rule could not judge.
 *
 * @param day of the scan; null when none has ended yet, or it is not told
 * @param degraded why it is not told; null when it is
 */
record RegisterGap(
    String rule,
    Words name,
    @Nullable LocalDate day,
    Set<String> groups,
    @Nullable Degraded degraded) {

  static RegisterGap of(String rule, Words name, UnjudgedTold told) {
    return switch (told) {
      case UnjudgedTold.Known(var day, var groups) ->
          new RegisterGap(rule, name, day, groups, null);
      case UnjudgedTold.Nothing(var why) -> new RegisterGap(rule, name, null, Set.of(), why);
    };
  }

  /** The last part of the key of what is to be said. */
  public String says() {
    if (degraded != null) {
      return degraded == Degraded.REFUSED || degraded == Degraded.NOT_ASKED ? "refused" : "away";
    }
    return day == null ? "never" : groups.isEmpty() ? "none" : "some";
  }
}
