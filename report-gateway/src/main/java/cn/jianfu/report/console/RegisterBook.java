package cn.jianfu.report.console;

import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.compliance.RegisterLine;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.reference.domain.OrgTree;
import cn.jianfu.report.reference.domain.OrgUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A town's register, or a unit's part of it, as somebody may see it. */
final class RegisterBook {

  private final Names names;
  private final ConsoleUser user;
  private final String place;
  private final List<RegisterLine> lines;
  private final List<RegisterRow> rows;
  private final @Nullable RegisterGap gap;

  RegisterBook(
      Names names,
      ConsoleUser user,
      String place,
      List<RegisterLine> lines,
      Collection<FindingView> findings,
      @Nullable RegisterGap gap) {
    this.names = names;
    this.user = user;
    this.place = place;
    this.gap = gap;
    this.lines =
        lines.stream()
            .filter(it -> names.district().units().within(it.group().unit(), place))
            .toList();
    this.rows = new RegisterRows(names, user).of(this.lines, findings);
  }

  /**
   * The town that is asked for, or the first; the own unit of a user who sees no other. Empty when
   * the user may see no such town.
   */
  static Optional<String> place(Names names, ConsoleUser user, String asked) {
    Stream<String> places =
        user.ownUnitOnly()
            ? names.district().units().find(user.unit()).map(OrgUnit::orgCode).stream()
            : names.towns(user.scope()).stream().map(FindingsPage.Choice::value);
    return places.filter(code -> asked.isEmpty() || code.equals(asked)).findFirst();
  }

  RegisterPage page(RegisterQuery sent, RegisterForm form) {
    RegisterQuery asked = understood(sent);
    List<RegisterRow> chosen = rows(asked);
    var paging = Paging.of(asked.page(), RegisterQuery.ROWS, chosen.size());
    return new RegisterPage(
        names.place(place),
        asked,
        chosen.stream().skip(paging.offset()).limit(paging.size()).toList(),
        paging,
        counts(asked),
        names.towns(user.scope()),
        choices(),
        names.rules(),
        gap,
        desk(form, Map.of()));
  }

  /** All that is asked for, on whichever page. */
  List<RegisterRow> rows(RegisterQuery asked) {
    return but(asked).filter(row -> asked.todo().isEmpty() || row.awaits(asked.todo())).toList();
  }

  /** What is asked for, whatever is to be done about it. */
  private Stream<RegisterRow> but(RegisterQuery asked) {
    var text = asked.text().toLowerCase(Locale.ROOT);
    return rows.stream()
        .filter(row -> asked.state().isEmpty() || row.state().equals(asked.state()))
        .filter(row -> asked.confidence().isEmpty() || row.confidence().equals(asked.confidence()))
        .filter(row -> asked.platform().isEmpty() || row.platform().equals(asked.platform()))
        .filter(row -> asked.unit().isEmpty() || units().within(row.unitCode(), asked.unit()))
        .filter(row ->
            asked.rule().isEmpty()
                || row.findings().stream().anyMatch(it -> it.id().equals(asked.rule())))
        .filter(row -> gap == null || gap.groups().contains(row.id()))
        .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(text));
  }

  private Map<String, Integer> counts(RegisterQuery asked) {
    Map<String, Integer> counts = new HashMap<>();
    but(asked)
        .forEach(row -> {
          counts.merge("", 1, Integer::sum);
          RegisterQuery.TODO.stream()
              .filter(row::awaits)
              .forEach(todo -> counts.merge(todo, 1, Integer::sum));
        });
    return counts;
  }

  RegisterQuery understood(RegisterQuery asked) {
    return asked.of(place, isHere(asked.unit()), rule -> isRule(names, rule));
  }

  /** Below the place, and judged in it: the district has the towns below it, too. */
  private boolean isHere(String unit) {
    return units().within(unit, place) && names.townOf(unit).equals(names.townOf(place));
  }

  static boolean isRule(Names names, String rule) {
    return names.rules().stream().anyMatch(it -> it.value().equals(rule));
  }

  private List<FindingsPage.Choice> choices() {
    return units().below(place).stream()
        .filter(unit -> isHere(unit.orgCode()))
        .sorted(Comparator.comparing(OrgUnit::orgCode))
        .map(unit -> new FindingsPage.Choice(unit.orgCode(), Names.of(unit)))
        .toList();
  }

  /** The groups that something would happen to, as far as the user may decide about them. */
  List<RegisterRow> affected(RegisterForm form) {
    return mine(form.groups());
  }

  private List<RegisterRow> mine(List<String> ids) {
    Map<String, RegisterRow> known =
        rows.stream()
            .filter(RegisterRow::mine)
            .collect(Collectors.toMap(RegisterRow::id, row -> row));
    return ids.stream().filter(known::containsKey).map(known::get).toList();
  }

  RegisterPreview preview(
      RegisterQuery asked, RegisterForm form, String key, List<RegisterOutcome> outcomes) {
    return new RegisterPreview(
        names.place(place), understood(asked), desk(form, Map.of()), key, outcomes);
  }

  /** The form as it is, with what is wrong with it once it was before somebody. */
  RegisterPreview incomplete(RegisterQuery asked, RegisterForm form) {
    return new RegisterPreview(
        names.place(place),
        understood(asked),
        desk(form, form.begun() ? problems(form) : Map.of()),
        "",
        List.of());
  }

  RegisterResult result(RegisterQuery asked, RegisterForm form, List<RegisterOutcome> outcomes) {
    return new RegisterResult(
        names.place(place), understood(asked), desk(form, Map.of()), outcomes);
  }

  boolean complete(RegisterForm form) {
    return problems(form).isEmpty();
  }

  private Map<String, String> problems(RegisterForm form) {
    return form.problems(names.day());
  }

  private RegisterDesk desk(RegisterForm form, Map<String, String> problems) {
    List<RegisterRow> chosen = mine(form.ids());
    return new RegisterDesk(
        rows.stream().anyMatch(RegisterRow::mine),
        form,
        problems,
        chosen,
        form.ids().size() - chosen.size(),
        names.day(),
        RegisterDays.due(names),
        RegisterDays.rounds(names, place),
        lines.stream()
            .filter(RegisterLine::stays)
            .map(RegisterLine::group)
            .sorted(Comparator.comparing(GroupLine::name))
            .map(it -> new RegisterDesk.Target(it.groupId(), it.name(), names.unit(it.unit())))
            .toList());
  }

  private OrgTree units() {
    return names.district().units();
  }
}
