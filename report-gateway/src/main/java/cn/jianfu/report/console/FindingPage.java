package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finding with what speaks for it and what became of it.
 *
 * @param asOf the day that all of it is of
 * @param today whether that is today, so that the page stays live and the finding can be judged
 * @param townVersion of the town's view before the finding was read: what comes later is news
 * @param exempt whether an exemption covers it on that day
 * @param statement what the rule asks for; null when the rule is no longer known
 * @param basis where the rule comes from; null when nothing is said
 * @param basisConfirmed whether the district has confirmed that citation
 * @param exposure how many subjects of the town the rule could judge on that day, this one among
 *     them; null when that was not told
 * @param members how two groups' people are shared; null when it is not about that
 * @param chart what was counted; null when it is not about that, or nothing came
 * @param silentAfter the last day of which its group's source told; null while it is not silent, or
 *     the rule looks at no counters
 * @param groups those that it is about and that the user may see
 * @param story latest first
 */
record FindingPage(
    FindingRow row,
    LocalDate asOf,
    boolean today,
    long townVersion,
    boolean exempt,
    @Nullable Words statement,
    @Nullable String basis,
    boolean basisConfirmed,
    @Nullable Integer exposure,
    List<FindingMeasure> measures,
    @Nullable SharedMembers members,
    @Nullable Chart chart,
    @Nullable LocalDate silentAfter,
    List<Group> groups,
    List<Event> story) {

  /** Whether the evidence shown is of a later day: that of then was not kept. */
  public boolean evidenceIsLater() {
    return row.lastSeenOn().isAfter(asOf);
  }

  /**
   * A group that the finding is about.
   *
   * @param members null when no snapshot has come
   * @param decision what was decided about it and still stands; null for nothing
   * @param dueOn when that is to be carried out; null when it is done, or nothing is decided
   */
  record Group(
      String id,
      String name,
      Words unit,
      String platform,
      String state,
      @Nullable Integer members,
      @Nullable String decision,
      @Nullable LocalDate dueOn) {

    public String look() {
      return GroupStates.look(state);
    }
  }

  /**
   * Counters of the group that it is about, by day or by hour of the day.
   *
   * @param series names of the columns, each a text {@code counter.NAME}
   * @param limit drawn as a line; null for none
   */
  record Chart(boolean byHour, List<String> series, @Nullable Double limit, List<Line> lines) {

    public List<Line> known() {
      return lines.stream()
          .filter(line -> line.values().stream().anyMatch(it -> it != null))
          .toList();
    }
  }

  /** A day or an hour, and a number for each series; null where nothing was counted. */
  record Line(String at, List<@Nullable Integer> values) {}

  /**
   * Something that happened to the finding.
   *
   * @param kind RAISED, REOPENED, CLEARED, CONTESTED or what a judge said; a text {@code
   *     finding.event.KIND}
   * @param why of a clearing, a text {@code cleared.WHY}
   * @param role of the person, in which it was said
   */
  record Event(
      LocalDate on,
      String kind,
      @Nullable String why,
      @Nullable String role,
      @Nullable String reason) {}

  /** Whether it holds against the unit as things stand. */
  public boolean open() {
    return Stream.of("SUSPECTED", "CONFIRMED", "REOPENED").anyMatch(row.state()::equals);
  }
}
