package cn.jianfu.group.pushes;

import cn.jianfu.group.pushes.domain.PushedFrom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a day. A system that names its events' source anew each time would have a tally
 * for every event: from some number on they are counted together.
 */
final class KnownSources {

  /** More than the systems of a unit. */
  static final int MOST = 50;

  private Map<String, Set<String>> byUnit = new HashMap<>();
  private LocalDate day = LocalDate.MIN;

  /** Under which source an event is counted; null for one that is not to be believed. */
  synchronized String of(String unit, @Nullable String source, LocalDate on) {
    if (source == null) {
      return PushedFrom.NO_SOURCE;
    }
    if (!on.equals(day)) {
      byUnit = new HashMap<>();
      day = on;
    }
    Set<String> known = byUnit.computeIfAbsent(unit, _ -> new HashSet<>());
    if (known.size() < MOST) {
      known.add(source);
    }
    return known.contains(source) ? source : PushedFrom.OTHER_SOURCES;
  }
}
