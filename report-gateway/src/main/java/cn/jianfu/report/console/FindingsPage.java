package cn.jianfu.report.console;

import java.util.List;

/**
 * The workbench.
 *
 * @param towns and {@code rules} that can be chosen
 */
record FindingsPage(
    FindingQuery query,
    List<FindingRow> rows,
    Paging paging,
    List<Choice> towns,
    List<Choice> rules) {

  record Choice(String value, Words name) {}

  public List<String> states() {
    return FindingQuery.STATES;
  }

  public List<String> severities() {
    return FindingQuery.SEVERITIES;
  }
}
