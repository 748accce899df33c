package cn.jianfu.group.detection;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What is reported of the groups that a unit has on a platform, by however many sources. */
final class UnitFeed {

  private final Map<String, Source> sources = new HashMap<>();
  private LocalDate through = LocalDate.MIN;

  /** A source, and the last day that it reported of any of the groups. */
  final class Source {
    private final boolean known;
    private LocalDate last = LocalDate.MIN;

    private Source(boolean known) {
      this.known = known;
    }

    /** Of a day whose source nobody knows any source of the unit may go on telling. */
    LocalDate through() {
      return known ? last : through;
    }
  }

  /**
   * A source, which nothing is taken for told by.
   *
   * @param name empty when nobody knows which
   */
  Source source(String name) {
    return sources.computeIfAbsent(name, it -> new Source(!it.isEmpty()));
  }

  /** A source, by the same name, has reported that day. */
  Source told(String name, LocalDate on) {
    Source source = source(name);
    source.last = later(source.last, on);
    through = later(through, on);
    return source;
  }

  /** The last day that any source reported of any of the groups. */
  LocalDate through() {
    return through;
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
