package cn.jianfu.group.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Who reported a group in its last days: these go on telling of it by what they report of others.
 * One that had it before and has it no more is silent of it for another reason, and one that put a
 * single day right is not alone in knowing it.
 */
final class LastReports {

  private final UnitFeed unit;
  private final int days;
  private final List<BySource> reports = new ArrayList<>(1);
  private LocalDate last = LocalDate.MIN;

  /** The last report of one source. */
  private static final class BySource {
    private final UnitFeed.Source source;
    private LocalDate on;

    private BySource(UnitFeed.Source source, LocalDate on) {
      this.source = source;
      this.on = on;
    }
  }

  /**
   * @param days how many days up to the last one are looked at
   */
  LastReports(UnitFeed unit, int days) {
    this.unit = unit;
    this.days = Math.max(1, days);
  }

  void add(UnitFeed.Source source, LocalDate on) {
    last = UnitFeed.later(last, on);
    for (BySource known : reports) {
      if (known.source == source) {
        known.on = UnitFeed.later(known.on, on);
        return;
      }
    }
    reports.add(new BySource(source, on));
    reports.removeIf(this::isOver);
  }

  /** The last day that one of them reported of any group of the unit. */
  LocalDate through() {
    return reports.stream()
        .filter(each -> !isOver(each))
        .map(each -> each.source.through())
        .reduce(last, UnitFeed::later);
  }

  /** The last day that any source reported of any group of the unit. */
  LocalDate ofUnit() {
    return unit.through();
  }

  private boolean isOver(BySource report) {
    return !report.on.isAfter(last.minusDays(days));
  }
}
