package cn.jianfu.report.fact;

import cn.jianfu.report.compliance.domain.DayCounters;
import cn.jianfu.report.compliance.domain.Handwork;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A group's counters and members, and what was done about it by hand, of all months that are known.
 * A district has hundreds of thousands of such days in memory: they are held in sorted arrays.
 *
 * @param unit and town as the first month with anything in it says
 */
record GroupDays(
    String unit,
    String town,
    NavigableMap<LocalDate, DayCounters> days,
    NavigableMap<LocalDate, Integer> members,
    NavigableMap<LocalDate, Set<Handwork>> handwork) {

  /** Of a group of which nothing was counted. */
  static final GroupDays NONE =
      new GroupDays(
          "", "", ImmutableSortedMap.of(), ImmutableSortedMap.of(), ImmutableSortedMap.of());

  /** The same with what these months say, in the place of what they said before. */
  GroupDays with(Collection<GroupMonth> months) {
    Optional<GroupMonth> first =
        months.stream().filter(it -> isEmpty() && !it.isEmpty()).findFirst();
    return new GroupDays(
        first.map(GroupMonth::unit).orElse(unit),
        first.map(GroupMonth::town).orElse(town),
        replaced(days, months, GroupMonth::days),
        replaced(members, months, GroupMonth::members),
        replaced(handwork, months, GroupMonth::handwork));
  }

  private static <T> NavigableMap<LocalDate, T> replaced(
      NavigableMap<LocalDate, T> before,
      Collection<GroupMonth> months,
      Function<GroupMonth, NavigableMap<LocalDate, T>> said) {
    NavigableMap<LocalDate, T> all = new TreeMap<>(before);
    for (GroupMonth month : months) {
      YearMonth of = YearMonth.parse(month.month());
      all.subMap(of.atDay(1), true, of.atEndOfMonth(), true).clear();
      all.putAll(said.apply(month));
    }
    return ImmutableSortedMap.copyOfSorted(all);
  }

  /** Whether all that was told of it was taken back. */
  boolean isEmpty() {
    return days.isEmpty() && members.isEmpty() && handwork.isEmpty();
  }
}
