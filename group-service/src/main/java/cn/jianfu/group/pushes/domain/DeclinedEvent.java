package cn.jianfu.group.pushes.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event that was declined, so that its sender finds it again.
 *
 * @param id its own; null for a single write, and for one that does not look like an id
 * @param type its own, or method and resource of a single write; null when it looks like neither
 * @param group that it was about; null when that is none of the unit
 * @param at when it came
 */
public record DeclinedEvent(
    @Nullable String id, @Nullable String type, @Nullable String group, Instant at) {

  /** So many are kept of each reason and day. */
  static final int KEPT = 5;

  private static final Comparator<DeclinedEvent> LATEST_FIRST =
      Comparator.comparing(DeclinedEvent::at).reversed();

  /** The latest of both, the latest first; of those that came together the later counted ones. */
  static List<DeclinedEvent> latest(List<DeclinedEvent> earlier, List<DeclinedEvent> later) {
    return Stream.concat(later.stream(), earlier.stream())
        .sorted(LATEST_FIRST)
        .limit(KEPT)
        .toList();
  }
}
