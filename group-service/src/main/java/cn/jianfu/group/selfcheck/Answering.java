package cn.jianfu.group.selfcheck;

import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.web.problem.FieldProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts answers to a list; all of them, or none when one is wrong. */
final class Answering {

  private final AnswerList answers;
  private final LocalDate on;
  private final Instant at;
  private final SelfCheck.By by;
  private final List<FieldProblem> wrong = new ArrayList<>();

  private Answering(AnswerList answers, LocalDate on, Instant at, SelfCheck.By by) {
    this.answers = answers;
    this.on = on;
    this.at = at;
    this.by = by;
  }

  static Answered of(
      SelfCheck list, AnswerList answers, LocalDate on, Instant at, SelfCheck.By by) {
    return new Answering(answers, on, at, by).put(list);
  }

  private Answered put(SelfCheck list) {
    Map<String, Integer> places = new HashMap<>();
    List<SelfCheckItem> items = new ArrayList<>(list.items());
    for (int i = 0; i < items.size(); i++) {
      places.put(items.get(i).groupId(), i);
    }
    List<AnswerList.Given> given = answers.given();
    for (int i = 0; i < given.size(); i++) {
      Integer place = places.get(given.get(i).groupId());
      if (place == null) {
        wrong.add(FieldProblem.at("/answers/" + i + "/groupId", "not-on-the-list"));
      } else {
        items.set(place, answered(items.get(place), given.get(i), i));
      }
    }
    if (answers.confirmAll()) {
      items.replaceAll(item -> item.isOpen() ? item.confirmed(on, at, by) : item);
    }
    return wrong.isEmpty()
        ? new Answered.Fine(items.equals(list.items()) ? list : list.answered(items, on))
        : new Answered.Wrong(wrong);
  }

  private SelfCheckItem answered(SelfCheckItem item, AnswerList.Given given, int index) {
    if (given.confirm()) {
      return item.confirmed(on, at, by);
    }
    String reason = given.reason();
    if (reason == null || reason.isBlank()) {
      wrong.add(FieldProblem.at("/answers/" + index + "/reason", "required"));
      return item;
    }
    String target = wrongTarget(given);
    if (target != null) {
      wrong.add(FieldProblem.at("/answers/" + index + "/mergeInto", target));
      return item;
    }
    String kind = given.kind() == null ? null : given.kind().name();
    return item.contested(kind, given.mergeInto(), reason.strip(), on, at, by);
  }

  /** What is wrong with the group that is to go on; null when nothing is. */
  private static @Nullable String wrongTarget(AnswerList.Given given) {
    boolean merges = given.kind() == DecisionKind.MERGE;
    if (given.mergeInto() == null) {
      return merges ? "merge-target-missing" : null;
    }
    if (!merges) {
      return "merge-target-unexpected";
    }
    try {
      GroupId _ = GroupId.parse(given.mergeInto());
      return null;
    } catch (IllegalArgumentException _) {
      return "not-readable";
    }
  }

  /** The list with the answers, or what is wrong with them. */
  sealed interface Answered {
    record Fine(SelfCheck list) implements Answered {}

    record Wrong(List<FieldProblem> problems) implements Answered {}
  }
}
