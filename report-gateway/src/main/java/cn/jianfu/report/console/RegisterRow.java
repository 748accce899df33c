package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group on the register.
 *
 * @param id {@code unit/platform/externalId}
 * @param listed how many members the latest list has; null when none has come
 * @param declared how many its unit says there are
 * @param findings rules of which a finding about it is open, once for each finding
 * @param decision null when none stands
 * @param todo decide or execute; empty when nothing is to be done
 * @param ending null when it is not meant to end, or somebody has decided what becomes of it
 * @param mine whether the reader may decide about it
 */
record RegisterRow(
    String id,
    String name,
    String platform,
    @Nullable String kind,
    String unitCode,
    Words unit,
    String state,
    String confidence,
    @Nullable Integer listed,
    @Nullable Integer declared,
    @Nullable LocalDate lastActiveOn,
    List<Rule> findings,
    @Nullable Decision decision,
    String todo,
    @Nullable Ending ending,
    boolean mine) {

  /** A rule and what it is called. */
  record Rule(String id, Words name) {}

  /**
   * What is decided about it.
   *
   * @param executedOn null while it is to be carried out
   * @param late whether the day by which it was to be carried out is over
   */
  record Decision(
      String kind,
      LocalDate decidedOn,
      LocalDate dueOn,
      @Nullable LocalDate executedOn,
      boolean late) {}

  /**
   * A temporary group's last day.
   *
   * @param near whether it comes soon, or is over
   * @param over whether it is
   */
  record Ending(LocalDate on, boolean near, boolean over) {}

  /** Whether that is to be done about it; several things may be. */
  boolean awaits(String what) {
    return what.equals(RegisterQuery.ENDING) ? ending != null && ending.near() : todo.equals(what);
  }

  /** How many members are shown. */
  public @Nullable Integer members() {
    return listed != null ? listed : declared;
  }

  public String look() {
    return GroupStates.look(state);
  }

  /** What the open findings are about, each rule once. */
  public Words about() {
    return Words.joined(findings.stream().distinct().map(Rule::name).toList());
  }
}
