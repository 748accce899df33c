package cn.jianfu.report.console;

import cn.jianfu.report.console.InboxPage.Card;
import cn.jianfu.report.console.InboxPage.Due;
import cn.jianfu.report.console.InboxPage.Label;
import cn.jianfu.report.console.InboxPage.Next;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the inbox from what is known. */
final class InboxMapping {

  private InboxMapping() {}

  static InboxPage page(InboxFacts facts) {
    var cards = cards(facts).filter(Card::asks).sorted(Card.MOST_URGENT).toList();
    return new InboxPage(
        facts.names().day(), facts.names().unit(facts.unit()), cards, next(facts).orElse(null));
  }

  private static Stream<Card> cards(InboxFacts facts) {
    return Stream.of(
            Stream.ofNullable(facts.office()).flatMap(it -> new InboxOffice(facts, it).cards()),
            Stream.ofNullable(facts.judging())
                .flatMap(it -> InboxDistrict.cards(it, facts.names())),
            Stream.ofNullable(facts.watch()).flatMap(it -> InboxDistrict.cards(it, facts.names())))
        .flatMap(cards -> cards);
  }

  private static Optional<Next> next(InboxFacts facts) {
    return Stream.of(
            rounds(facts),
            Stream.ofNullable(facts.office()).flatMap(it -> new InboxOffice(facts, it).coming()),
            Stream.ofNullable(facts.watch()).flatMap(_ -> InboxDistrict.coming(facts.names())))
        .flatMap(each -> each)
        .min(Comparator.comparing(it -> it.due().on()));
  }

  /** Rounds that are to be opened for the unit, or for somebody in the district. */
  private static Stream<Next> rounds(InboxFacts facts) {
    var district = facts.names().district();
    return district.rounds().stream()
        .filter(round -> round.openedOn().isAfter(facts.names().day()))
        .filter(
            round -> facts.watch() != null || district.units().within(facts.unit(), round.scope()))
        .map(round ->
            new Next(
                new Label("inbox.next.ROUND", new Words(round.nameZh(), round.nameEn())),
                Due.of(round.openedOn(), facts.names().day())));
  }

  /** Whether a day comes within so many days after today, or is today. */
  static boolean within(@Nullable LocalDate day, LocalDate today, int days) {
    return day != null && !day.isBefore(today) && !day.isAfter(today.plusDays(days));
  }
}
