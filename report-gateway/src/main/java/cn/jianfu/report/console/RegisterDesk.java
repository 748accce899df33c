package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody needs to say what is to become of groups.
 *
 * @param mayDecide whether the reader may decide about any group here
 * @param form as it was sent, or empty
 * @param problems the texts' keys by field of the form
 * @param chosen the groups of the form that the reader may decide about
 * @param lost how many groups of the form are not among them
 * @param due the day that the rules give; null when they give none
 * @param rounds that are open, the latest last
 * @param targets groups that others can go on in, by name
 */
record RegisterDesk(
    boolean mayDecide,
    RegisterForm form,
    Map<String, String> problems,
    List<RegisterRow> chosen,
    int lost,
    LocalDate today,
    @Nullable LocalDate due,
    List<FindingsPage.Choice> rounds,
    List<Target> targets) {

  /** A group that others can go on in. */
  record Target(String id, String name, Words unit) {}

  public RegisterAction[] actions() {
    return RegisterAction.values();
  }

  public @Nullable String problem(String field) {
    return problems.get(field);
  }

  public boolean wrong() {
    return !problems.isEmpty();
  }

  public int longestReason() {
    return RegisterForm.LONGEST_REASON;
  }

  public int most() {
    return RegisterForm.MOST;
  }

  /** The day that stands in the field. */
  public String dueShown() {
    return form.begun() || due == null ? form.due() : due.toString();
  }

  /** The day that stands in the field. */
  public String onShown() {
    return form.begun() ? form.on() : today.toString();
  }

  /** The round that stands in the field: what is decided while one is open mostly belongs to it. */
  public String roundShown() {
    return form.begun() || rounds.size() != 1 ? form.round() : rounds.getFirst().value();
  }

  /** Of the groups that were chosen, those that others can go on in. */
  public List<Target> targetsChosen() {
    return targets.stream().filter(it -> form.has(it.id())).toList();
  }

  public List<Target> targetsElse() {
    return targets.stream().filter(it -> !form.has(it.id())).toList();
  }

  /** What the group is called that goes on. */
  public String targetName() {
    return Stream.concat(
            targets.stream().filter(it -> it.id().equals(form.target())).map(Target::name),
            Stream.of(form.target()))
        .findFirst()
        .orElseThrow();
  }
}
