package cn.jianfu.report.console;

import cn.jianfu.report.console.InboxPage.Card;
import cn.jianfu.report.console.InboxPage.Due;
import cn.jianfu.report.console.InboxPage.Item;
import cn.jianfu.report.console.InboxPage.Kind;
import cn.jianfu.report.console.InboxPage.Label;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a unit has to do about its groups: the same as on its register, which the cards lead to. */
record InboxGroups(List<RegisterRow> rows, LocalDate today) {

  Stream<Card> cards() {
    return Stream.of(
        card(Kind.EXECUTE, RegisterQuery.EXECUTE, InboxGroups::executeBy),
        card(Kind.DECIDE, RegisterQuery.DECIDE, _ -> null),
        card(Kind.ENDING, RegisterQuery.ENDING, InboxGroups::end));
  }

  /** What is meant to live until a later day. */
  Stream<RegisterRow> endingLater() {
    return rows.stream().filter(it -> it.ending() != null && !it.awaits(RegisterQuery.ENDING));
  }

  static @Nullable LocalDate end(RegisterRow row) {
    return row.ending() == null ? null : row.ending().on();
  }

  private static @Nullable LocalDate executeBy(RegisterRow row) {
    return row.decision() == null ? null : row.decision().dueOn();
  }

  private Card card(Kind kind, String todo, Function<RegisterRow, @Nullable LocalDate> due) {
    var items =
        rows.stream()
            .filter(it -> it.awaits(todo))
            .sorted(Comparator.comparingInt((RegisterRow it) -> it.findings().size()).reversed())
            .map(it -> item(it, due.apply(it)))
            .toList();
    return Card.of(kind, items, "/register?todo=" + todo);
  }

  private Item item(RegisterRow row, @Nullable LocalDate due) {
    var notes = new ArrayList<Label>();
    if (row.awaits(RegisterQuery.EXECUTE)) {
      notes.add(Label.keyed("decision." + Objects.requireNonNull(row.decision()).kind()));
    }
    if (!row.findings().isEmpty()) {
      notes.add(new Label("inbox.findings", Words.same(String.valueOf(row.findings().size()))));
    }
    notes.add(Label.of(row.unit()));
    return new Item(
        Label.of(row.name()),
        notes,
        InboxLinks.group(row.id()),
        due == null ? null : Due.of(due, today));
  }
}
