package cn.jianfu.report.compliance.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many reports came of a town's groups on each day, of those that were owed. The coverage of a
 * day looks back for weeks, so that days that follow one another look at the same ones: each is
 * counted once, by whoever asks first.
 */
public final class Reports {

  private final List<Owing> owing;
  private final Map<LocalDate, OnDay> counted = new ConcurrentHashMap<>();

  public Reports(TownFacts facts) {
    this.owing =
        facts.groups().stream()
            .flatMap(group -> group.owesCountersFrom().map(from -> new Owing(group, from)).stream())
            .toList();
  }

  /** A group, and since when its counters are owed. */
  private record Owing(GroupFact group, LocalDate from) {}

  /**
   * Of one day.
   *
   * @param owed by groups that were live and owed counters, whether they came or not
   */
  record OnDay(long received, long owed) {}

  OnDay on(LocalDate day) {
    return counted.computeIfAbsent(day, this::count);
  }

  private OnDay count(LocalDate day) {
    long received = 0;
    long owed = 0;
    for (Owing each : owing) {
      if (!day.isBefore(each.from()) && each.group().liveOn(day)) {
        owed++;
        received += each.group().days().containsKey(day) ? 1 : 0;
      }
    }
    return new OnDay(received, owed);
  }
}
