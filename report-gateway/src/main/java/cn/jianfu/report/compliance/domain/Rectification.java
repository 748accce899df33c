package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.Judgement;
import cn.jianfu.report.finding.domain.Run;
import cn.jianfu.report.finding.domain.Verdict;
import cn.jianfu.report.reference.domain.WorkCalendars;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A finding that a person confirmed, and how it was put right.
 *
 * @param dueOn some working days after it was confirmed
 * @param closedOn null while it holds
 * @param cameBack whether it was found again after it had been put right
 */
record Rectification(
    LocalDate confirmedOn, LocalDate dueOn, @Nullable LocalDate closedOn, boolean cameBack) {

  /** What is gone because the facts changed, or because the group was dissolved or merged. */
  private static final Set<String> PUT_RIGHT = Set.of("DATA", "SUBJECT_CLOSED");

  /** Of all findings of the town, as of that day. What a new rule or exemption cleared is none. */
  static List<Rectification> of(Day day, int dueWorkingDays) {
    WorkCalendars calendars = day.facts().district().calendars();
    List<Rectification> all = new ArrayList<>();
    for (FindingFact finding : day.facts().findings()) {
      List<Run> runs =
          finding.detected().runs().stream()
              .filter(run -> !run.raisedOn().isAfter(day.date()))
              .toList();
      for (int i = 0; i < runs.size(); i++) {
        Rectification one =
            of(finding, runs.get(i), i < runs.size() - 1, day, calendars, dueWorkingDays);
        if (one != null) {
          all.add(one);
        }
      }
    }
    return all;
  }

  private static @Nullable Rectification of(
      FindingFact finding,
      Run run,
      boolean isFollowed,
      Day day,
      WorkCalendars calendars,
      int dueWorkingDays) {
    LocalDate confirmedOn = confirmedOn(finding, run, day.date());
    if (confirmedOn == null) {
      return null;
    }
    boolean over = run.clearedOn() != null && !run.clearedOn().isAfter(day.date());
    boolean closed = over && !isStillThere(finding, run, day);
    if (closed && !isPutRight(run)) {
      return null;
    }
    return new Rectification(
        confirmedOn,
        calendars.workingDaysAfter(confirmedOn, dueWorkingDays),
        closed ? run.clearedOn() : null,
        closed && isFollowed);
  }

  /** When it was confirmed during that run, if that is what was said last about it. */
  private static @Nullable LocalDate confirmedOn(FindingFact finding, Run run, LocalDate day) {
    LocalDate confirmedOn = null;
    for (Judgement judgement : finding.handling().judgements()) {
      if (judgement.on().isAfter(day) || !isAbout(run, judgement)) {
        continue;
      }
      boolean confirmed = judgement.verdict() == Verdict.CONFIRMED;
      confirmedOn = confirmed ? (confirmedOn == null ? judgement.saidOn() : confirmedOn) : null;
    }
    return confirmedOn;
  }

  /** Who only calls groups otherwise has nothing less to put right while they are in use. */
  private static boolean isStillThere(FindingFact finding, Run run, Day day) {
    List<String> groups = finding.detected().groups();
    long live = day.live().stream().map(GroupFact::groupId).filter(groups::contains).count();
    return run.wasRelabelled() && live >= Math.min(2, groups.size());
  }

  static boolean isPutRight(Run run) {
    return PUT_RIGHT.contains(String.valueOf(run.clearedWhy()));
  }

  /** Whoever confirmed what was a correction takes that back when it is over. */
  private static boolean isAbout(Run run, Judgement judgement) {
    LocalDate on = judgement.on();
    boolean takenBackSince =
        judgement.verdict() == Verdict.TAKEN_BACK
            && run.wasRelabelled()
            && on.isAfter(Objects.requireNonNull(run.clearedOn()));
    return run.covers(on) || on.equals(run.clearedOn()) || takenBackSince;
  }

  boolean isClosed() {
    return closedOn != null;
  }

  boolean isClosedInTime() {
    return closedOn != null && !closedOn.isAfter(dueOn);
  }
}
