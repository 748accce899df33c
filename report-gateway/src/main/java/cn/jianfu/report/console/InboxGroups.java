package cn.jianfu.report.console;

import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.console.InboxPage.Card;
import cn.jianfu.report.console.InboxPage.Due;
import cn.jianfu.report.console.InboxPage.Item;
import cn.jianfu.report.console.InboxPage.Kind;
import cn.jianfu.report.console.InboxPage.Label;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a unit has to do about its groups. */
record InboxGroups(List<GroupLine> groups, Names names) {

  /** So long before its end a temporary group is told of. */
  private static final int BEFORE_AN_END = 14;

  private static final List<String> ENDS = List.of("DISSOLVE", "MERGE");

  private static final List<String> MEANT_TO_END = List.of("TEMPORARY", "STAGE");

  /** What is decided, and not yet carried out. */
  Card toExecute(String address) {
    return card(
        Kind.EXECUTE, it -> it.state().live() && it.dueOn() != null, GroupLine::dueOn, address);
  }

  /** What has a finding, and no decision. */
  Card toDecide(String address) {
    return card(Kind.DECIDE, InboxGroups::undecided, _ -> null, address);
  }

  /** What was meant to live until these days. */
  Card ending(String address) {
    LocalDate last = names.day().plusDays(BEFORE_AN_END);
    return card(
        Kind.ENDING, it -> isToEnd(it) && !end(it).isAfter(last), GroupLine::validUntil, address);
  }

  /** What is meant to live until a later day. */
  Stream<GroupLine> endingLater() {
    LocalDate last = names.day().plusDays(BEFORE_AN_END);
    return groups.stream().filter(it -> isToEnd(it) && end(it).isAfter(last));
  }

  private Card card(
      Kind kind,
      Predicate<GroupLine> which,
      Function<GroupLine, @Nullable LocalDate> due,
      String address) {
    var items =
        groups.stream()
            .filter(which)
            .sorted(Comparator.comparingLong(GroupLine::openFindings).reversed())
            .map(it -> item(it, due.apply(it)))
            .toList();
    return Card.of(kind, items, address);
  }

  private Item item(GroupLine group, @Nullable LocalDate due) {
    var notes = new ArrayList<Label>();
    if (group.dueOn() != null) {
      notes.add(Label.keyed("decision." + group.decision()));
    }
    if (group.openFindings() > 0) {
      notes.add(new Label("inbox.findings", Words.same(String.valueOf(group.openFindings()))));
    }
    notes.add(Label.of(names.unit(group.unit())));
    return new Item(
        Label.of(group.name()),
        notes,
        InboxLinks.group(group.groupId()),
        due == null ? null : Due.of(due, names.day()));
  }

  /** Nothing can be decided about a group that nobody has declared. */
  private static boolean undecided(GroupLine group) {
    return group.openFindings() > 0 && group.state() != GroupState.OBSERVED && isFree(group);
  }

  /** It lives, and no decision stands: a group that had ended and lives was restored. */
  private static boolean isFree(GroupLine group) {
    boolean hadEnded =
        group.decision() != null && ENDS.contains(group.decision()) && group.dueOn() == null;
    return group.state().live() && (group.decision() == null || hadEnded);
  }

  /** It is meant to end, and nobody has decided what becomes of it. */
  private static boolean isToEnd(GroupLine group) {
    return group.validUntil() != null
        && group.kind() != null
        && MEANT_TO_END.contains(group.kind())
        && isFree(group);
  }

  private static LocalDate end(GroupLine group) {
    return group.validUntil() == null ? LocalDate.MAX : group.validUntil();
  }
}
