package cn.jianfu.report.console;

import cn.jianfu.report.reference.domain.Exemption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exemptions from rules.
 *
 * @param counts how many there are of each kind
 * @param rules those that are on
 * @param units those that exist, each with the town that it is in
 * @param newId for an exemption that is added next
 * @param draft what was sent and is not taken; null when nothing was
 * @param problems the texts' keys by field of the draft
 * @param notice what has become of what was sent; null when nothing was
 * @param failed whether it was not taken
 */
record ExemptionsPage(
    ExemptionQuery query,
    boolean mayEdit,
    LocalDate today,
    Map<ExemptionQuery.Show, Integer> counts,
    List<Row> rows,
    Paging paging,
    List<FindingsPage.Choice> rules,
    List<FindingsPage.Choice> units,
    String newId,
    @Nullable ExemptionForm draft,
    Map<String, String> problems,
    @Nullable String notice,
    boolean failed) {

  /**
   * An exemption.
   *
   * @param version as it was read
   * @param group what the group is called; null when it is for a whole unit
   * @param lastDay on which it holds; before {@code from} when it never does
   * @param daysLeft after today; null when it is not running
   */
  record Row(
      String id,
      long version,
      String ruleId,
      Words rule,
      Words unit,
      @Nullable String groupId,
      @Nullable String group,
      String reason,
      String approvedBy,
      LocalDate from,
      LocalDate to,
      LocalDate lastDay,
      @Nullable LocalDate revokedOn,
      ExemptionQuery.Show state,
      @Nullable Long daysLeft,
      boolean mayEnd) {

    public boolean running() {
      return state == ExemptionQuery.Show.RUNNING;
    }
  }

  public int longestReason() {
    return Exemption.LONGEST_REASON;
  }

  public int longestApproval() {
    return Exemption.LONGEST_APPROVAL;
  }

  public String word(ExemptionQuery.Show show) {
    return ExemptionQuery.word(show);
  }

  public List<ExemptionQuery.Show> shows() {
    return List.of(ExemptionQuery.Show.values());
  }

  public int count(ExemptionQuery.Show show) {
    return counts.getOrDefault(show, 0);
  }

  public @Nullable String problem(String field) {
    return problems.get(field);
  }

  /** What is typed into the form for a new one; null when nothing is. */
  public @Nullable ExemptionForm typed() {
    return draft == null || draft.say() == ExemptionForm.Say.END ? null : draft;
  }

  ExemptionsPage with(ExemptionForm sent, Map<String, String> wrong) {
    return copy(sent, wrong, null, true);
  }

  ExemptionsPage saying(String text) {
    return copy(null, Map.of(), text, false);
  }

  ExemptionsPage declining(ExemptionForm sent, String text) {
    return copy(sent, Map.of(), text, true);
  }

  private ExemptionsPage copy(
      @Nullable ExemptionForm sent, Map<String, String> wrong, @Nullable String text, boolean not) {
    return new ExemptionsPage(
        query, mayEdit, today, counts, rows, paging, rules, units, newId, sent, wrong, text, not);
  }
}
