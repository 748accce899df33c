package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Spans of days, to be asked often how many of them a day lies in. */
final class DaySpans {

  static final DaySpans NONE = of(List.of());

  /** How many spans cover a day and those after it, up to the next day in the map. */
  private final NavigableMap<LocalDate, Integer> coveringFrom;

  private DaySpans(NavigableMap<LocalDate, Integer> coveringFrom) {
    this.coveringFrom = coveringFrom;
  }

  /** From a day to another, both included. */
  record Span(LocalDate from, LocalDate to) {

    boolean covers(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  static DaySpans of(Collection<Span> spans) {
    NavigableMap<LocalDate, Integer> days = new TreeMap<>();
    for (Span span : spans) {
      days.merge(span.from(), 1, Integer::sum);
      days.merge(span.to().plusDays(1), -1, Integer::sum);
    }
    int covering = 0;
    for (Map.Entry<LocalDate, Integer> day : days.entrySet()) {
      covering += day.getValue();
      day.setValue(covering);
    }
    return new DaySpans(days);
  }

  int covering(LocalDate day) {
    Map.Entry<LocalDate, Integer> last = coveringFrom.floorEntry(day);
    return last == null ? 0 : last.getValue();
  }
}
