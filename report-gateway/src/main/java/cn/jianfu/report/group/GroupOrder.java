package cn.jianfu.report.group;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is to become of a group, as group-service reads it. */
public sealed interface GroupOrder {

  /**
   * A cleanup decision.
   *
   * @param kind DISSOLVE, MERGE, KEEP or STANDARDISE
   * @param mergeInto the group that goes on, for MERGE
   * @param dueOn null for the day that the district's rules give
   */
  record Decide(
      String kind,
      String reason,
      @Nullable String mergeInto,
      @Nullable LocalDate dueOn,
      @Nullable String round)
      implements GroupOrder {}

  /** The decision is taken back. */
  record Withdraw() implements GroupOrder {}

  /** It was declared in error: there is no such group. */
  record Undeclare() implements GroupOrder {}

  /** What was decided has been done. */
  record Execute(@Nullable LocalDate executedOn) implements GroupOrder {}

  /** A register's entry is the group that the platform has under that id. */
  record Join(String into) implements GroupOrder {}

  /** It is not, after all. */
  record Separate() implements GroupOrder {}

  /** A dissolved group is back. */
  record Restore() implements GroupOrder {}
}
