package cn.jianfu.group.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit's whole staff, those of the units below it included where they keep no list of their own.
 *
 * @param takenAt the moment; now when absent
 */
record TakeStaff(@Nullable Instant takenAt, @Nullable List<@Nullable Person> people) {

  /**
   * A person of the directory.
   *
   * @param id the directory's id; only its keyed hash is kept
   * @param name only its keyed hash is kept, to find whom a register means
   * @param active false for who has left; true when absent
   * @param leftOn since when; the day of the list when absent
   */
  record Person(
      @Nullable String id,
      @Nullable String name,
      @Nullable Boolean active,
      @Nullable LocalDate leftOn) {}
}
