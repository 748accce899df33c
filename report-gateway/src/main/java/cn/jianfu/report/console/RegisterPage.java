package cn.jianfu.report.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of a town's register, or of one unit's part of it.
 *
 * @param query as far as it is understood
 * @param counts how many groups there are by what is to be done, and all of them by ""
 * @param units below it, for the filter
 * @param gap which groups a rule could not judge; null when that is not asked
 */
record RegisterPage(
    Words townName,
    RegisterQuery query,
    List<RegisterRow> rows,
    Paging paging,
    Map<String, Integer> counts,
    List<FindingsPage.Choice> towns,
    List<FindingsPage.Choice> units,
    List<FindingsPage.Choice> rules,
    @Nullable RegisterGap gap,
    RegisterDesk desk) {

  public List<String> states() {
    return GroupQuery.STATES;
  }

  public List<String> confidences() {
    return GroupQuery.CONFIDENCES;
  }

  public List<String> platforms() {
    return RegisterQuery.PLATFORMS;
  }

  public List<String> todos() {
    return Stream.concat(Stream.of(""), RegisterQuery.TODO.stream()).toList();
  }

  public int count(String todo) {
    return counts.getOrDefault(todo, 0);
  }

  /** Whether any group on this page can be chosen. */
  public boolean choosable() {
    return desk.mayDecide()
        && (rows.stream().anyMatch(RegisterRow::mine) || !elsewhere().isEmpty());
  }

  /** Groups that were chosen and are not on this page. */
  public List<RegisterRow> elsewhere() {
    return desk.chosen().stream().filter(it -> !rows.contains(it)).toList();
  }
}
