package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a group is in use, from its daily counters.
 *
 * <p>A day with at least {@code zombie.minActiveMembers} senders is use. Idle days are counted from
 * the last day of use, from the group's creation or from the first day that it was observed,
 * whichever is latest. They are counted to today while the counters are fresh ({@code
 * data.freshDays}), else only to the last day known, so that a broken feed makes no zombies. A
 * group never observed, or not within the last {@code zombie.idleDays}, is unknown: silence of the
 * data is not silence of the group, until its source has left it out for twice as long.
 */
public sealed interface Idleness {

  /** Nothing can be said. */
  record Unknown() implements Idleness {}

  /** In use, or not idle for long. */
  record InUse(LocalDate idleSince) implements Idleness {}

  /** Idle for more than {@code zombie.warnDays}. */
  record Warned(LocalDate idleSince) implements Idleness {}

  /**
   * Idle for more than {@code zombie.idleDays}, or with fewer active days in that window than
   * {@code zombie.minActiveDays} where a rule set says so.
   *
   * @param activeDays how many there are, of a group that is used too rarely; null for one that is
   *     not used at all
   */
  record Zombie(LocalDate idleSince, @Nullable LocalDate lastUsedOn, @Nullable Integer activeDays)
      implements Idleness {}

  /**
   * What the counters up to a day say.
   *
   * @param createdOn the group's creation; null when nobody says
   */
  static Idleness of(
      @Nullable LocalDate createdOn,
      @Nullable ActivityFacts activity,
      Thresholds thresholds,
      LocalDate day) {
    int idleDays = thresholds.wholeNumber("zombie.idleDays");
    LocalDate firstKnown = activity == null ? null : activity.firstDataDay();
    LocalDate lastKnown = activity == null ? null : activity.lastJudgedDay(day, thresholds);
    if (activity == null
        || firstKnown == null
        || lastKnown == null
        || !lastKnown.isAfter(day.minusDays(idleDays))) {
      return new Unknown();
    }
    int minSenders = thresholds.wholeNumber("zombie.minActiveMembers");
    LocalDate lastUse = activity.lastSubstantiveDay(minSenders, day);
    LocalDate since = latest(firstKnown, lastUse, createdOn);
    boolean fresh = lastKnown.isAfter(day.minusDays(thresholds.wholeNumber("data.freshDays")));
    long idle = ChronoUnit.DAYS.between(since, fresh ? day : lastKnown);
    if (idle > idleDays) {
      return new Zombie(since, lastUse, null);
    }
    // As far as is known: days that a feed has not told of yet are not days without use.
    if (isWatchedThrough(createdOn, firstKnown, lastKnown.minusDays(idleDays))) {
      int active = activity.activeDays(minSenders, idleDays, lastKnown);
      if (active < thresholds.wholeNumberOr("zombie.minActiveDays", 0)) {
        return new Zombie(since, lastUse, active);
      }
    }
    return idle > thresholds.wholeNumber("zombie.warnDays") ? new Warned(since) : new InUse(since);
  }

  /**
   * Whether the group was there, and its source had begun to tell of it, on every day after that
   * one; days that a source leaves out in between are silent.
   */
  private static boolean isWatchedThrough(
      @Nullable LocalDate createdOn, LocalDate firstKnown, LocalDate before) {
    return !latest(firstKnown, createdOn, null).isAfter(before.plusDays(1));
  }

  private static LocalDate latest(
      LocalDate one, @Nullable LocalDate other, @Nullable LocalDate third) {
    return Stream.of(one, other == null ? one : other, third == null ? one : third)
        .max(LocalDate::compareTo)
        .orElse(one);
  }
}
