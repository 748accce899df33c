package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.compliance.domain.Metric.MeasuredIn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The metrics about what is asked of people in groups: M10 to M12. What is sent in a group reaches
 * each of its members, so that it weighs as much as the group has members.
 */
final class AskedMetrics {

  private static final String OFF_HOURS = "G-HOURS";

  /**
   * The first forgot all days of a group once it had ended, and took what a source does not send
   * for none.
   */
  private static final int FORMULA = 2;

  private AskedMetrics() {}

  /** A group's counters of one day, with how many members they reached. */
  private record Told(GroupFact group, LocalDate date, DayCounters counters, long members) {}

  /** M10, M11 and M12; without a value where the rule set does not say how many days count. */
  static List<Metric> of(Day day) {
    Optional<LocalDate> from = day.limits().countersDays().map(it -> day.date().minusDays(it - 1L));
    if (from.isEmpty()) {
      return List.of(
          Metric.absent("M10", day.date(), MeasuredIn.RATIO).byFormula(FORMULA),
          Metric.absent("M11", day.date(), MeasuredIn.PER_HUNDRED_MEMBER_DAYS).byFormula(FORMULA),
          Metric.absent("M12", day.date(), MeasuredIn.MESSAGES_PER_PERSON_DAY).byFormula(FORMULA));
    }
    List<Told> told = told(day, from.get());
    return List.of(
        m10(day, told).byFormula(FORMULA).since(from.get()),
        m11(day, told).byFormula(FORMULA).since(from.get()),
        m12(day, told, from.get())
            .byFormula(FORMULA)
            .since(from.get())
            .leavingOut(0, untold(day, told)));
  }

  /** 非工作时间打扰: of the task posts whose hours are known, those outside working hours. */
  private static Metric m10(Day day, List<Told> all) {
    long posts = 0;
    long outside = 0;
    long excepted = 0;
    long unknown = 0;
    long reached = 0;
    long memberDays = 0;
    for (Told told : all) {
      DayCounters counters = told.counters();
      OptionalInt off =
          day.facts().district().calendars().outside(told.date(), counters.tasksByHour());
      if (off.isEmpty()) {
        unknown += counters.tasksBesides(0);
        continue;
      }
      int known = counters.tasksByHour().values().stream().mapToInt(it -> it).sum();
      if (known == 0 && counters.taskPosts() == null) {
        continue;
      }
      int disturbing = disturbing(day, told, off.getAsInt());
      unknown += counters.tasksBesides(known);
      posts += known;
      outside += disturbing;
      excepted += off.getAsInt() - disturbing;
      reached += disturbing * told.members();
      memberDays += told.members();
    }
    Metric metric = Metric.ratio("M10", day.date(), outside, posts).leavingOut(excepted, unknown);
    return memberDays == 0
        ? metric
        : metric.with("perThousandMemberDays", Math.round(1000.0 * reached / memberDays));
  }

  private static int disturbing(Day day, Told told, int outside) {
    return outside == 0 || isExempt(day, told)
        ? 0
        : Math.max(0, outside - told.counters().emergencyPosts());
  }

  private static boolean isExempt(Day day, Told told) {
    return day.facts()
        .district()
        .exempts(OFF_HOURS, told.group().unit(), List.of(told.group().groupId()), told.date());
  }

  /**
   * 留痕打卡: check-in chains and demands of proof that reach a hundred members in a day. A day of
   * which either is not told is left out, and so is a group without any other.
   */
  private static Metric m11(Day day, List<Told> all) {
    List<Told> told = all.stream().filter(it -> it.counters.tellsTraces()).toList();
    return Metric.quotient(
            "M11",
            day.date(),
            MeasuredIn.PER_HUNDRED_MEMBER_DAYS,
            sum(told, it -> it.members * (it.counters.knownChains() + it.counters.knownProofs())),
            sum(told, Told::members))
        .leavingOut(0, untold(day, told))
        .with("chains", sum(told, it -> it.counters.knownChains()))
        .with("proofs", sum(told, it -> it.counters.knownProofs()));
  }

  /** 信息量: how many messages reach a person on a working day, the median of the days. */
  private static Metric m12(Day day, List<Told> told, LocalDate from) {
    Map<LocalDate, Long> messages = new HashMap<>();
    told.forEach(it -> messages.merge(it.date, it.members * it.counters.messages(), Long::sum));
    List<Double> perDay = new ArrayList<>();
    long reached = 0;
    long personDays = 0;
    for (LocalDate date = from; !date.isAfter(day.date()); date = date.plusDays(1)) {
      Long sent = messages.get(date);
      long persons = sent == null ? 0 : personsOn(day, date);
      if (sent != null && persons > 0 && day.facts().district().calendars().isWorkday(date)) {
        perDay.add((double) sent / persons);
        reached += sent;
        personDays += persons;
      }
    }
    return Metric.quotient(
            "M12", day.date(), MeasuredIn.MESSAGES_PER_PERSON_DAY, reached, personDays)
        .valued(Quantiles.of(perDay, 0.5));
  }

  /** Everybody who is in a group of the town. */
  private static long personsOn(Day day, LocalDate date) {
    return day.facts()
        .townLoadOn(date)
        .map(load -> load.persons().values().stream().mapToLong(it -> it).sum())
        .orElse(0L);
  }

  /**
   * What is known from that day on of the groups that were there on each of the days; members as of
   * each day. A group that has ended since reached its members all the same.
   */
  private static List<Told> told(Day day, LocalDate from) {
    List<Told> told = new ArrayList<>();
    for (GroupFact group : day.facts().groups()) {
      group
          .days()
          .subMap(from, true, day.date(), true)
          .forEach((date, counters) -> {
            if (group.liveDuring(date)) {
              told.add(new Told(group, date, counters, membersAround(group, date)));
            }
          });
    }
    return told;
  }

  /** By the latest snapshot up to that day; before the first, by the first. */
  private static int membersAround(GroupFact group, LocalDate date) {
    return group
        .membersOn(date)
        .orElseGet(() -> group.members().isEmpty() ? 0 : group.members().firstEntry().getValue());
  }

  /** Live groups of which no counters or no members are known. */
  private static long untold(Day day, List<Told> told) {
    Set<String> known =
        told.stream()
            .filter(it -> it.members > 0)
            .map(it -> it.group.groupId())
            .collect(Collectors.toSet());
    return day.live().stream().filter(group -> !known.contains(group.groupId())).count();
  }

  private static long sum(List<Told> told, ToLongFunction<Told> of) {
    return told.stream().mapToLong(of).sum();
  }
}
