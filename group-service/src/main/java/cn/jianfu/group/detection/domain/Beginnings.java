package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Since when a group does what another did: the day that its unit names, or the day on which it was
 * first heard of where the unit's word cannot be all.
 *
 * <p>A unit that was reporting already while the other group lived would have reported this one,
 * too, had it been there: an older day of founding that it names afterwards counts for nothing. The
 * word of a unit that begins to report is taken, because it has to begin somewhere.
 *
 * <p>A group takes the place of another from the day on which it is decided that the other ends:
 * whoever founds the new one first, and ends the old one then, does the same.
 */
final class Beginnings {

  private final FirstReports reports;
  private final int windowDays;

  Beginnings(FirstReports reports, int windowDays) {
    this.reports = reports;
    this.windowDays = windowDays;
  }

  /** The day, and what says so. */
  record Begun(LocalDate on, By by) {}

  /** What says on which day a group began. */
  enum By {
    CREATED("createdOn"),
    /** Its unit names no day, or a later one. */
    REPORTED("firstReport"),
    /** Its unit names an earlier day. */
    REPORTED_INSTEAD("firstReportInstead");

    private final String word;

    By(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** Whether it began after the other's end was decided and soon enough, by any day that counts. */
  boolean mayFollow(GroupFacts ended, GroupFacts group) {
    return follows(ended, group.knownSince()) || follows(ended, group.begunOn());
  }

  /** As the platform saw it, whatever anybody says; null when it does not follow the other. */
  @Nullable Begun asSeen(GroupFacts ended, GroupFacts group) {
    return ended.knownSince().isBefore(group.knownSince()) && follows(ended, group.knownSince())
        ? new Begun(group.knownSince(), reportedAgainst(group))
        : null;
  }

  /** By the day that counts; null when it does not follow the other. */
  @Nullable Begun after(GroupFacts ended, GroupFacts group) {
    if (follows(ended, group.begunOn())) {
      return new Begun(group.begunOn(), group.createdOn() == null ? By.REPORTED : By.CREATED);
    }
    Begun seen = asSeen(ended, group);
    return seen != null
            && (seen.by() == By.REPORTED || wouldHaveBeenReported(ended, group, seen.on()))
        ? seen
        : null;
  }

  /**
   * The same where the other group is of another town: what that town had reported says nothing of
   * when this one's unit began to, so a group that is merely first heard of may be an old one.
   */
  @Nullable Begun afterElsewhere(GroupFacts ended, GroupFacts group) {
    Begun begun = after(ended, group);
    return begun == null
            || begun.by() == By.CREATED
            || wouldHaveBeenReported(ended, group, begun.on())
        ? begun
        : null;
  }

  /**
   * The days by which a group follows one of another town without doubt: what its unit says, and
   * when it was first heard of if its unit was reporting a whole window before. Of the old groups
   * with which a unit begins, over however many days, none could be found.
   */
  List<LocalDate> daysElsewhere(GroupFacts group) {
    LocalDate seenOn = group.knownSince();
    return Stream.of(
            group.createdOn(),
            reports.hadBegunBefore(group.unit(), seenOn.minusDays(windowDays)) ? seenOn : null)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Whether its unit was reporting before the time in which it was first heard of. */
  private boolean wouldHaveBeenReported(GroupFacts ended, GroupFacts group, LocalDate seenOn) {
    LocalDate before = seenOn.isBefore(endOf(ended)) ? decisionOn(ended) : endOf(ended);
    return reports.hadBegunBefore(group.unit(), before);
  }

  private static By reportedAgainst(GroupFacts group) {
    LocalDate created = group.createdOn();
    return created != null && created.isBefore(group.knownSince())
        ? By.REPORTED_INSTEAD
        : By.REPORTED;
  }

  private boolean follows(GroupFacts ended, LocalDate begun) {
    return daysOfFollowing(ended).covers(begun);
  }

  /** The days on which something can begin that follows it. */
  DaySpans.Span daysOfFollowing(GroupFacts ended) {
    return new DaySpans.Span(decisionOn(ended), endOf(ended).plusDays(windowDays));
  }

  /**
   * Since when it was to end: by a decision before the present one, too, that was withdrawn, no
   * longer ago than the window. One that is entered after the deed is of the deed's day.
   */
  LocalDate decisionOn(GroupFacts ended) {
    Ending ending = Objects.requireNonNull(ended.ending());
    LocalDate earliest = ending.decidedOn().minusDays(windowDays);
    LocalDate announced = ending.announcedOn().isBefore(earliest) ? earliest : ending.announcedOn();
    return announced.isBefore(endOf(ended)) ? announced : endOf(ended);
  }

  private static LocalDate endOf(GroupFacts ended) {
    return Objects.requireNonNull(ended.endedOn());
  }
}
