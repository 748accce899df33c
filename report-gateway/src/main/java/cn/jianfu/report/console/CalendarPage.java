package cn.jianfu.report.console;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The working calendar of a year.
 *
 * @param version as it was read; null when the year has no calendar, and plain weeks are shown
 * @param from beginning of the working hours; what a new calendar is offered when there is none
 * @param holidays days in a row together
 * @param makeUps the same of the workdays that make up for them
 * @param draft what was sent and is not taken; null when nothing was
 * @param problems the texts' keys by field of the draft
 * @param notice what has become of what was sent; null when nothing was
 */
record CalendarPage(
    int year,
    boolean mayEdit,
    LocalDate today,
    @Nullable Long version,
    LocalTime from,
    LocalTime to,
    List<Month> months,
    List<Span> holidays,
    List<Span> makeUps,
    @Nullable CalendarForm draft,
    Map<String, String> problems,
    @Nullable String notice) {

  /** What a day is, each told apart by a word and not by colour alone. */
  enum Kind {
    WORK,
    WEEKEND,
    HOLIDAY,
    MAKE_UP
  }

  /** A month by weeks from Monday; null where a week reaches into another month. */
  record Month(int number, List<List<@Nullable Day>> weeks) {}

  /** A day of the month. */
  record Day(LocalDate date, Kind kind, boolean today) {

    /** Whether it is not what its place in the week says. */
    public boolean marked() {
      return kind == Kind.HOLIDAY || kind == Kind.MAKE_UP;
    }

    public String style() {
      String own =
          switch (kind) {
            case WORK -> "work";
            case WEEKEND -> "weekend";
            case HOLIDAY -> "holiday";
            case MAKE_UP -> "make-up";
          };
      return today ? own + " today" : own;
    }
  }

  /** Days in a row, both included. */
  record Span(LocalDate from, LocalDate to) {

    public long days() {
      return ChronoUnit.DAYS.between(from, to) + 1;
    }
  }

  public boolean known() {
    return version != null;
  }

  /** How many days of the year are worked. */
  public long workdays() {
    return months.stream()
        .flatMap(month -> month.weeks().stream())
        .flatMap(List::stream)
        .filter(day -> day != null && (day.kind() == Kind.WORK || day.kind() == Kind.MAKE_UP))
        .count();
  }

  public static long days(List<Span> spans) {
    return spans.stream().mapToLong(Span::days).sum();
  }

  /** What can be said of a day. */
  public List<CalendarForm.Say> marks() {
    return List.of(CalendarForm.Say.HOLIDAY, CalendarForm.Say.MAKE_UP, CalendarForm.Say.PLAIN);
  }

  public @Nullable String problem(String field) {
    return problems.get(field);
  }

  /** What stands in a field: what was sent and is not taken, or what is so. */
  public String field(String name) {
    return draft == null ? "" : draft.field(name);
  }

  /** Whether the draft is of the hours. */
  public boolean draftOfHours() {
    return draft != null
        && (draft.say() == CalendarForm.Say.HOURS || draft.say() == CalendarForm.Say.BEGIN);
  }

  CalendarPage with(CalendarForm sent, Map<String, String> wrong) {
    return copy(sent, wrong, null);
  }

  CalendarPage saying(String text) {
    return copy(null, Map.of(), text);
  }

  CalendarPage declining(CalendarForm sent, String text) {
    return copy(sent, Map.of(), text);
  }

  private CalendarPage copy(
      @Nullable CalendarForm sent, Map<String, String> wrong, @Nullable String text) {
    return new CalendarPage(
        year, mayEdit, today, version, from, to, months, holidays, makeUps, sent, wrong, text);
  }
}
