package cn.jianfu.report.console;

import cn.jianfu.report.reference.domain.WorkCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * A change to a year's working calendar, as it was sent.
 *
 * @param version that was shown; 0 for a year that had no calendar
 * @param day the first day that is to be changed
 * @param until the last one; empty for a single day
 * @param from beginning of the working hours
 * @param to their end
 */
record CalendarForm(Say say, long version, String day, String until, String from, String to) {

  /** What is wished. */
  enum Say {
    BEGIN,
    HOURS,
    HOLIDAY,
    MAKE_UP,
    PLAIN;

    boolean ofHours() {
      return this == BEGIN || this == HOURS;
    }
  }

  static CalendarForm of(MultiValueMap<String, String> sent) {
    var say = say(text(sent, "say"));
    return new CalendarForm(
        say,
        say == Say.BEGIN ? 0 : SentVersion.read(sent),
        text(sent, "day"),
        text(sent, "until"),
        text(sent, "from"),
        text(sent, "to"));
  }

  private static Say say(String text) {
    return switch (text) {
      case "BEGIN" -> Say.BEGIN;
      case "HOURS" -> Say.HOURS;
      case "HOLIDAY" -> Say.HOLIDAY;
      case "MAKE_UP" -> Say.MAKE_UP;
      case "PLAIN" -> Say.PLAIN;
      default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    };
  }

  /** The texts' keys by field, where something cannot be read or is no day of that year. */
  Map<String, String> problems(int year) {
    Map<String, String> wrong = new TreeMap<>();
    if (say.ofHours()) {
      problem(wrong, "from", time(from) == null, "calendar.time.missing");
      problem(wrong, "to", time(to) == null, "calendar.time.missing");
      return wrong;
    }
    LocalDate first = AsOf.read(day);
    LocalDate last = until.isEmpty() ? first : AsOf.read(until);
    problem(wrong, "day", first == null, "calendar.day.missing");
    problem(wrong, "day", first != null && first.getYear() != year, "calendar.day.other-year");
    problem(wrong, "until", last == null && first != null, "calendar.day.missing");
    if (first != null && last != null) {
      problem(wrong, "until", last.isBefore(first), "calendar.until.early");
      problem(wrong, "until", last.getYear() != year, "calendar.day.other-year");
    }
    return wrong;
  }

  private static void problem(Map<String, String> wrong, String field, boolean is, String key) {
    if (is) {
      wrong.putIfAbsent(field, key);
    }
  }

  /**
   * The whole calendar as it is wished; empty when there is none to change.
   *
   * @param now as it stands; null for a year without
   */
  Optional<WorkCalendar> wish(int year, @Nullable WorkCalendar now) {
    if (say == Say.BEGIN) {
      return Optional.of(new WorkCalendar(year, List.of(), List.of(), begins(), ends()));
    }
    if (now == null) {
      return Optional.empty();
    }
    return Optional.of(
        say == Say.HOURS
            ? new WorkCalendar(year, now.holidays(), now.makeUpWorkdays(), begins(), ends())
            : marked(now));
  }

  /** A day is one thing only: what is marked as one is no longer the other. */
  private WorkCalendar marked(WorkCalendar now) {
    LocalDate first = Objects.requireNonNull(AsOf.read(day), "was looked at before");
    LocalDate last = until.isEmpty() ? first : AsOf.read(until);
    List<LocalDate> days = first.datesUntil(Objects.requireNonNull(last).plusDays(1)).toList();
    return new WorkCalendar(
        now.year(),
        changed(now.holidays(), days, say == Say.HOLIDAY),
        changed(now.makeUpWorkdays(), days, say == Say.MAKE_UP),
        now.from(),
        now.to());
  }

  private static List<LocalDate> changed(
      List<LocalDate> before, List<LocalDate> days, boolean marks) {
    Set<LocalDate> after = new HashSet<>(before);
    days.forEach(marks ? after::add : after::remove);
    return List.copyOf(after);
  }

  private LocalTime begins() {
    return Objects.requireNonNull(time(from), "was looked at before");
  }

  private LocalTime ends() {
    return Objects.requireNonNull(time(to), "was looked at before");
  }

  private static @Nullable LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException _) {
      return null;
    }
  }

  /** What was typed into a field. */
  String field(String name) {
    return switch (name) {
      case "day" -> day;
      case "until" -> until;
      case "from" -> from;
      case "to" -> to;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String text(MultiValueMap<String, String> sent, String name) {
    return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
  }
}
