package cn.jianfu.report.console;

import cn.jianfu.report.console.InboxPage.Card;
import cn.jianfu.report.console.InboxPage.Due;
import cn.jianfu.report.console.InboxPage.Item;
import cn.jianfu.report.console.InboxPage.Kind;
import cn.jianfu.report.console.InboxPage.Label;
import cn.jianfu.report.console.InboxPage.Next;
import cn.jianfu.report.reference.domain.Exemption;
import cn.jianfu.report.reference.domain.InspectionRound;
import cn.jianfu.report.reference.domain.WorkCalendar;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the district has to do. */
final class InboxDistrict {

  /** So long before its end an exemption, or a round, is told of. */
  private static final int BEFORE_AN_END = 14;

  /** So long withdrawn declarations are told of; the overview and the town's page go on. */
  private static final int AFTER_A_WITHDRAWAL = 7;

  private InboxDistrict() {}

  static Stream<Card> cards(InboxFacts.Judging facts, Names names) {
    return Stream.of(
        queue(Kind.CONTESTED, facts.contested(), names, FindingQuery.CONTESTED),
        queue(Kind.REOPENED, facts.reopened(), names, "REOPENED"),
        queue(Kind.SUSPECTED, facts.suspected(), names, "SUSPECTED"));
  }

  static Stream<Card> cards(InboxFacts.Watch facts, Names names) {
    return Stream.of(
        Card.of(
            Kind.SILENT,
            facts.silent().stream().map(InboxDistrict::silent).toList(),
            "/?band=no-data"),
        Card.of(Kind.WITHDRAWN, withdrew(facts.withdrew(), names), ""),
        Card.of(Kind.EXEMPTION, exemptions(names), "/exemptions"),
        Card.of(Kind.ROUND, rounds(names), ""),
        Card.of(Kind.CALENDAR, facts.administers() ? calendar(names) : List.of(), ""));
  }

  static Stream<Next> coming(Names names) {
    LocalDate from = names.day().plusDays(BEFORE_AN_END);
    return names.district().exemptions().stream()
        .filter(it -> it.lastDay().isAfter(from))
        .map(it ->
            new Next(
                new Label("inbox.next.EXEMPTION", names.rule(it.rule())),
                Due.of(it.lastDay(), names.day())));
  }

  private static Card queue(Kind kind, InboxFacts.Queue queue, Names names, String state) {
    var first = queue.first().stream().map(it -> InboxLinks.ofTown(it, names)).toList();
    return Card.of(kind, queue.count(), first, InboxLinks.findings(state));
  }

  private static Item silent(TownRow town) {
    return new Item(Label.of(town.name()), List.of(), "/towns/" + town.code(), null);
  }

  /** Nothing is to be done about it but to look, so that it is told of for some days only. */
  private static List<Item> withdrew(List<TownRow> towns, Names names) {
    LocalDate before = names.day().minusDays(AFTER_A_WITHDRAWAL);
    return towns.stream().flatMap(it -> withdrew(it, before)).toList();
  }

  private static Stream<Item> withdrew(TownRow town, LocalDate before) {
    LocalDate latest = town.withdrawnOn();
    return latest == null || !latest.isAfter(before)
        ? Stream.empty()
        : Stream.of(
            new Item(
                Label.of(town.name()),
                List.of(
                    new Label("inbox.withdrawn", Words.same(String.valueOf(town.withdrawn()))),
                    new Label("inbox.withdrawn.latest", Words.same(latest.toString()))),
                "/towns/" + town.code() + "#town-withdrawn",
                null));
  }

  private static List<Item> exemptions(Names names) {
    return names.district().exemptions().stream()
        .filter(it -> !it.from().isAfter(it.lastDay()))
        .filter(it -> InboxMapping.within(it.lastDay(), names.day(), BEFORE_AN_END))
        .map(it -> exemption(it, names))
        .toList();
  }

  private static Item exemption(Exemption it, Names names) {
    return new Item(
        Label.of(names.rule(it.rule())),
        List.of(Label.of(names.unit(it.scopeUnit())), Label.of(it.reason())),
        "/exemptions",
        Due.of(it.lastDay(), names.day()));
  }

  /** What ends first of a round that is open: its self-checks, or itself. */
  private static List<Item> rounds(Names names) {
    return names.district().rounds().stream()
        .filter(it -> !it.openedOn().isAfter(names.day()))
        .flatMap(it ->
            Stream.concat(
                round(it, "inbox.round.self-check", Stream.of(it.selfCheckDueOn()), names),
                round(it, "inbox.round.end", Stream.ofNullable(it.closedOn()), names)))
        .toList();
  }

  private static Stream<Item> round(
      InspectionRound round, String what, Stream<LocalDate> ends, Names names) {
    return ends.filter(end -> InboxMapping.within(end, names.day(), BEFORE_AN_END))
        .filter(_ -> round.closedOn() == null || !round.closedOn().isBefore(names.day()))
        .map(end ->
            new Item(
                Label.of(new Words(round.nameZh(), round.nameEn())),
                List.of(Label.keyed(what), Label.of(names.unit(round.scope()))),
                "/",
                Due.of(end, names.day())));
  }

  /**
   * The years whose holidays are not known: this one, and from November on the next, because the
   * new calendar is published then.
   */
  private static List<Item> calendar(Names names) {
    int year = names.day().getYear();
    boolean late = names.day().getMonth().compareTo(Month.NOVEMBER) >= 0;
    return IntStream.rangeClosed(year, late ? year + 1 : year)
        .boxed()
        .flatMap(it -> calendar(it, names))
        .toList();
  }

  private static Stream<Item> calendar(int year, Names names) {
    WorkCalendar known = names.district().calendars().byYear().get(year);
    if (known != null && known.complete()) {
      return Stream.empty();
    }
    String what = known == null ? "inbox.calendar" : "inbox.calendar.begun";
    return Stream.of(
        new Item(
            new Label(what, Words.same(String.valueOf(year))),
            List.of(),
            "/calendar?year=" + year,
            Due.of(LocalDate.of(year, 1, 1).minusDays(1), names.day())));
  }
}
