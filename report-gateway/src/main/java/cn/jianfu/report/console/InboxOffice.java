package cn.jianfu.report.console;

import cn.jianfu.contracts.group.PushesCountedV1;
import cn.jianfu.report.console.InboxPage.Card;
import cn.jianfu.report.console.InboxPage.Due;
import cn.jianfu.report.console.InboxPage.Item;
import cn.jianfu.report.console.InboxPage.Kind;
import cn.jianfu.report.console.InboxPage.Label;
import cn.jianfu.report.console.InboxPage.Next;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.ingest.IngestStatus.SourceStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a unit has to do. */
final class InboxOffice {

  /** So long before its end a statement on secrecy is told of. */
  private static final int BEFORE_A_STATEMENT = 30;

  /** So long after an answer to a contest it is told. */
  private static final int AFTER_AN_ANSWER = 7;

  private static final String SECRECY = "G-SECRET";

  private final InboxFacts.Office facts;
  private final InboxGroups groups;
  private final Names names;
  private final LocalDate today;

  InboxOffice(InboxFacts all, InboxFacts.Office facts) {
    this.facts = facts;
    this.names = all.names();
    this.today = all.names().day();
    this.groups = new InboxGroups(facts.groups(), today);
  }

  Stream<Card> cards() {
    return Stream.of(
            Stream.ofNullable(selfCheck()),
            groups.cards(),
            Stream.of(
                findings(Kind.CONFIRMED, it -> it.state() == ShownState.CONFIRMED, "CONFIRMED"),
                findings(Kind.ANSWERED, this::answered, FindingQuery.ANY)),
            Stream.ofNullable(secrecy()),
            Stream.of(declined()))
        .flatMap(cards -> cards);
  }

  private String ingest() {
    return facts.seesTown() ? "/ingest" : "";
  }

  /** What will be to do later. */
  Stream<Next> coming() {
    var ends = groups.endingLater().flatMap(this::end);
    var secrecy = facts.secrecy();
    LocalDate due = secrecy == null ? null : secrecy.dueOn();
    return due == null || !due.isAfter(today.plusDays(BEFORE_A_STATEMENT))
        ? ends
        : Stream.concat(ends, Stream.of(next("inbox.next.SECRECY", Words.same(""), due)));
  }

  private Stream<Next> end(RegisterRow group) {
    LocalDate on = InboxGroups.end(group);
    return on == null
        ? Stream.empty()
        : Stream.of(next("inbox.next.ENDING", Words.same(group.name()), on));
  }

  private Next next(String key, Words words, LocalDate on) {
    return new Next(new Label(key, words), Due.of(on, today));
  }

  private @Nullable Card selfCheck() {
    var page = facts.selfCheck();
    if (page == null || page.round() == null) {
      return null;
    }
    var due = Due.of(page.round().dueOn(), today);
    var address = "/self-check?unit=" + page.unit();
    var items =
        page.items().stream()
            .filter(SelfCheckItem::open)
            .map(it ->
                new Item(
                    Label.of(it.name()),
                    List.of(
                        Label.keyed("inbox.suggested." + it.suggested()), Label.of(it.unitName())),
                    address + "#i-" + it.key(),
                    due))
            .toList();
    var missing = page.missing().stream().map(InboxOffice::missing).distinct().toList();
    var card = Card.of(Kind.SELF_CHECK, items, address);
    return missing.isEmpty() ? card : card.missing(missing, due);
  }

  private static Label missing(SelfCheckPage.Missing it) {
    return it.sentence() == null
        ? Label.keyed("selfcheck.missing." + it.why())
        : Label.of(it.sentence());
  }

  private Card findings(Kind kind, Predicate<FindingView> which, String state) {
    var items =
        facts.findings().stream().filter(which).map(it -> InboxLinks.finding(it, names)).toList();
    return Card.of(kind, items, InboxLinks.findings(state));
  }

  private boolean answered(FindingView finding) {
    return !finding.contests().isEmpty()
        && !finding.contested()
        && !finding.judgements().getLast().on().isBefore(today.minusDays(AFTER_AN_ANSWER));
  }

  private @Nullable Card secrecy() {
    var page = facts.secrecy();
    if (page == null) {
      return null;
    }
    var address = "/secrecy?unit=" + page.unit();
    var items = new ArrayList<Item>();
    if (page.known() && statementIsDue(page)) {
      items.add(
          new Item(
              Label.keyed("inbox.secrecy." + page.word()),
              List.of(),
              address,
              Due.of(statementDueOn(page), today)));
    }
    page.incidents().stream()
        .filter(SecrecyPage.Incident::open)
        .map(it -> incident(it, address))
        .forEach(items::add);
    var card = Card.of(Kind.SECRECY, items, address);
    return page.missing() == null ? card : card.missing(List.of(Label.keyed(page.missing())), null);
  }

  /** One that was never made is due at once, or since the day that the rule holds against it. */
  private LocalDate statementDueOn(SecrecyPage page) {
    var due = page.dueOn();
    return due != null
        ? due
        : facts.findings().stream()
            .filter(it -> it.rule().equals(SECRECY) && it.unit().equals(page.unit()))
            .flatMap(it -> Stream.ofNullable(it.evidence().get("statementDueOn")))
            .flatMap(day -> Stream.ofNullable(AsOf.read(String.valueOf(day))))
            .min(Comparator.naturalOrder())
            .orElse(today);
  }

  private boolean statementIsDue(SecrecyPage page) {
    var due = page.dueOn();
    return page.statedOn() == null
        || (due != null && !due.isAfter(today.plusDays(BEFORE_A_STATEMENT)));
  }

  private static Item incident(SecrecyPage.Incident it, String address) {
    var found = Words.same(it.foundOn().toString());
    var group = it.group();
    return new Item(
        new Label("inbox.incident", found),
        group == null ? List.of() : List.of(Label.of(group)),
        address,
        null);
  }

  private Card declined() {
    var items =
        facts.pushed().stream().filter(it -> it.declined() > 0).map(this::declined).toList();
    return Card.of(Kind.DECLINED, items, ingest());
  }

  private Item declined(SourceStatus it) {
    var name =
        switch (it.source()) {
          case "" -> Label.keyed("ingest.no-source");
          case "*" -> Label.keyed("ingest.other-sources");
          case PushesCountedV1.REGISTERS -> Label.keyed("ingest.registers");
          default -> {
            String account = SingleWriter.accountOf(it.source());
            yield account == null
                ? Label.of(it.source())
                : new Label("ingest.single", Words.same(account));
          }
        };
    return new Item(
        name,
        List.of(
            new Label("inbox.declined", Words.same(String.valueOf(it.declined()))),
            Label.of(names.unit(it.unit()))),
        ingest(),
        null);
  }
}
