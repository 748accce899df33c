package cn.jianfu.group.intake;

import cn.jianfu.group.access.Answers;
import cn.jianfu.group.activity.ActivityReport;
import cn.jianfu.group.members.MembersReport;
import cn.jianfu.group.workgroup.Followed;
import cn.jianfu.group.workgroup.Order;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.web.intake.IntakeAnswer;
import cn.jianfu.web.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Events that are applied together, and what became of each. */
final class Chunk {

  private final List<Part<Order>> orders = new ArrayList<>();
  private final List<Part<MembersReport>> members = new ArrayList<>();
  private final List<Part<ActivityReport>> activity = new ArrayList<>();
  private final @Nullable IntakeAnswer[] answers;

  Chunk(List<PushedEvent> events) {
    answers = new IntakeAnswer[events.size()];
    for (int i = 0; i < events.size(); i++) {
      switch (events.get(i)) {
        case PushedEvent.Refused(var why) -> answers[i] = IntakeAnswer.declined(why);
        case PushedEvent.OfGroup(var order) -> orders.add(new Part<>(i, order));
        case PushedEvent.OfMembers(var report) -> members.add(new Part<>(i, report));
        case PushedEvent.OfActivity(var report) -> activity.add(new Part<>(i, report));
      }
    }
  }

  List<Order> orders() {
    return asked(orders);
  }

  List<MembersReport> membersReports() {
    return asked(members);
  }

  List<ActivityReport> activityReports() {
    return asked(activity);
  }

  /** The groups of which members or activity are reported. */
  List<GroupId> reported() {
    List<GroupId> groups = new ArrayList<>(members.size() + activity.size());
    members.forEach(part -> groups.add(part.asked().id()));
    activity.forEach(part -> groups.add(part.asked().id()));
    return groups;
  }

  void answerOrders(List<Followed> followed) {
    for (int i = 0; i < orders.size(); i++) {
      Followed it = followed.get(i);
      answers[orders.get(i).index()] = answer(it.problem(), it.changed());
    }
  }

  /** Declines what is reported of groups with a problem. */
  void decline(Map<String, Problem> byGroup) {
    if (!byGroup.isEmpty()) {
      decline(members, byGroup, report -> report.id().text());
      decline(activity, byGroup, report -> report.id().text());
    }
  }

  <S, D> void answerMembers(List<Outcome<S, D>> outcomes, Function<D, Problem> refusal) {
    answer(members, outcomes, refusal);
  }

  <S, D> void answerActivity(List<Outcome<S, D>> outcomes, Function<D, Problem> refusal) {
    answer(activity, outcomes, refusal);
  }

  List<IntakeAnswer> answers() {
    List<IntakeAnswer> all = new ArrayList<>(answers.length);
    for (IntakeAnswer answer : answers) {
      all.add(Objects.requireNonNull(answer, "every event is answered"));
    }
    return all;
  }

  private <T> void decline(
      List<Part<T>> parts, Map<String, Problem> byGroup, Function<T, String> groupOf) {
    parts.removeIf(part -> {
      Problem why = byGroup.get(groupOf.apply(part.asked()));
      if (why != null) {
        answers[part.index()] = IntakeAnswer.declined(why);
      }
      return why != null;
    });
  }

  private <S, D> void answer(
      List<? extends Part<?>> parts, List<Outcome<S, D>> outcomes, Function<D, Problem> refusal) {
    for (int i = 0; i < parts.size(); i++) {
      Outcome<S, D> outcome = outcomes.get(i);
      answers[parts.get(i).index()] =
          answer(Answers.problem(outcome, refusal), outcome instanceof Outcome.Applied);
    }
  }

  private static IntakeAnswer answer(Optional<Problem> problem, boolean changed) {
    return problem
        .map(IntakeAnswer::declined)
        .orElseGet(changed ? IntakeAnswer::accepted : IntakeAnswer::unchanged);
  }

  private static <T> List<T> asked(List<Part<T>> parts) {
    return parts.stream().map(Part::asked).toList();
  }

  /** What one event asks for, by its place. */
  private record Part<T>(int index, T asked) {}
}
