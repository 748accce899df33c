package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A finding as people see it.
 *
 * @param subject what a person calls the thing that it is about, for example a group's name
 * @param group the group that it is about, as {@code unit/platform/externalId}; null when several
 * @param reason the finding in words
 * @param ruleSet {@code id@version} that was applied
 * @param state SUSPECTED, CONFIRMED, DISMISSED, FIXED, REOPENED or CLEARED
 * @param judgement who judged it last; null when nobody has
 */
record FindingRow(
    String id,
    String rule,
    Words ruleName,
    String severity,
    String subject,
    @Nullable String group,
    String town,
    Words townName,
    Words unitName,
    Words reason,
    List<Evidence> evidence,
    String ruleSet,
    String confidence,
    LocalDate raisedOn,
    LocalDate lastSeenOn,
    String state,
    @Nullable Judgement judgement) {

  /** A number, day or id by its name; the name is a text in the bundles where it is known. */
  record Evidence(String name, String value) {}

  /**
   * A person's judgement.
   *
   * @param role in which it was made
   * @param on the day, in the district's zone
   */
  record Judgement(String verdict, String reason, String role, LocalDate on) {}

  public String stateKey() {
    return state.toLowerCase(Locale.ROOT);
  }

  /** Nobody has judged it, or it has come back since. */
  public boolean toJudge() {
    return state.equals("SUSPECTED") || state.equals("REOPENED");
  }

  /** A judgement that still stands can be taken back. */
  public boolean toTakeBack() {
    return state.equals("CONFIRMED") || state.equals("DISMISSED");
  }
}
