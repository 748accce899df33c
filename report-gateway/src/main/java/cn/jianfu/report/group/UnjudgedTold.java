package cn.jianfu.report.group;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What group-service says of groups that a rule could not judge. */
public sealed interface UnjudgedTold {

  /**
   * Their ids.
   *
   * @param day of the scan; null while none has ended yet
   */
  record Known(@Nullable LocalDate day, Set<String> groups) implements UnjudgedTold {}

  /** It was not asked, or did not answer. */
  record Nothing(Degraded why) implements UnjudgedTold {}
}
