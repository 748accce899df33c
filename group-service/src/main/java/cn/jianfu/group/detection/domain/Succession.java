package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An ended group that lives on in another.
 *
 * @param by what shows it
 * @param begun since when it does
 * @param shared the people of both; null where something else shows it
 */
record Succession(
    GroupFacts ended, By by, Beginnings.Begun begun, Overlaps.@Nullable Shared shared) {

  static final Comparator<Succession> PLAINEST_FIRST =
      Comparator.comparing(Succession::by).thenComparing(it -> it.ended().id());

  /** What shows it, the plainest first. */
  enum By {
    MEMBERS,
    MATTER,
    OWNER
  }

  LocalDate endedOn() {
    return Objects.requireNonNull(ended.endedOn());
  }

  /** Whether the new one began between the decision and the end. */
  boolean isNewFirst() {
    return begun.on().isBefore(endedOn());
  }

  /** Whether the ended one's people were to go into a group by decision. */
  boolean isOfMerged() {
    Ending ending = ended.ending();
    return ending != null && ending.mergeInto() != null;
  }
}
