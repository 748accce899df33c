package cn.jianfu.report.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A work group with its history.
 *
 * @param townVersion of the town's view before the group was read: what comes later is news
 * @param degraded why only the gateway's own facts are shown; null when group-service answered
 * @param ownerName 群主
 * @param ownerUnmatched whether that name is nobody's on the town's staff lists, or several
 *     people's
 * @param filedName the name that is filed; null when it is not known
 * @param renamedOn since when the group is called otherwise than it is filed
 * @param missing names of required fields that are not filled
 * @param members by the latest list; without one, as its unit says
 * @param membersOn the day of that list; null when there is none
 * @param days the daily counters of the last 120 days, oldest first; null where none came
 * @param history what was done with it, latest first; empty when {@code degraded}
 */
record GroupPage(
    String id,
    String name,
    String town,
    long townVersion,
    Words townName,
    Words unitName,
    @Nullable Words ownerUnit,
    @Nullable String ownerName,
    boolean ownerUnmatched,
    String platform,
    String externalId,
    @Nullable String kind,
    @Nullable String matter,
    @Nullable String purpose,
    @Nullable String filingNo,
    @Nullable LocalDate createdOn,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate filedOn,
    @Nullable String filedName,
    @Nullable LocalDate renamedOn,
    String state,
    String confidence,
    List<String> missing,
    @Nullable Integer members,
    @Nullable LocalDate membersOn,
    @Nullable String degraded,
    @Nullable Decision decision,
    List<Entered> timeline,
    List<Day> days,
    List<FindingRow> findings,
    List<Event> history) {

  /** States of a group that there was, whatever became of it. */
  private static final Set<String> BUILT_ON = Set.of("OBSERVED", "DISSOLVED");

  /** A state that it entered, and the day. */
  record Entered(String state, LocalDate on) {

    public String look() {
      return GroupStates.look(state);
    }
  }

  /**
   * A cleanup decision; {@code mergeInto} is the group that goes on, its name null when it is not
   * known here.
   */
  record Decision(
      String kind,
      DecisionReason reason,
      String role,
      LocalDate decidedOn,
      LocalDate dueOn,
      @Nullable String mergeInto,
      @Nullable String mergeIntoName,
      @Nullable LocalDate executedOn,
      @Nullable LocalDate restoreUntil,
      @Nullable LocalDate withdrawnOn) {}

  /** One day's counters. */
  record Day(
      LocalDate on,
      @Nullable Integer messages,
      @Nullable Integer senders,
      @Nullable Integer taskPosts) {}

  /** Something that was done: the kind names a text in the bundles where it is known. */
  record Event(
      Instant at,
      String kind,
      @Nullable String role,
      @Nullable DecisionReason note,
      List<Change> changes) {}

  /** A field that is different since; what it was and is may be left out. */
  record Change(String field, @Nullable Value from, @Nullable Value to) {}

  /** What stands in a field: a text of the bundles by its key, or the words themselves. */
  record Value(@Nullable String key, Words words) {}

  public String look() {
    return GroupStates.look(state);
  }

  /** Whether nothing is known that was built on its declaration, so that this may be an error. */
  public boolean mayBeError() {
    return List.of("DECLARED", "FILED").contains(state)
        && (decision == null || decision.withdrawnOn() != null)
        && membersOn == null
        && !hasDays()
        && timeline.stream().noneMatch(it -> BUILT_ON.contains(it.state()));
  }

  /** When its declaration was withdrawn as an error; null of a group that there is. */
  public @Nullable LocalDate withdrawnOn() {
    return timeline.stream()
        .findFirst()
        .filter(_ -> state.equals("WITHDRAWN"))
        .map(Entered::on)
        .orElse(null);
  }

  public boolean hasDays() {
    return days.stream().anyMatch(day -> day.messages() != null);
  }
}
