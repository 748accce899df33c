package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit's word on secrecy.
 *
 * @param speaksFor the last part of a text's key: a town, a unit, or those of the top unit's own
 * @param mayAnswer whether the reader speaks for it, or looks on
 * @param mayWithdraw whether the reader may say that an incident was reported in error
 * @param missing a key of the bundles: why it is not told; null when it is
 * @param statedOn the latest statement; null when there is none
 * @param dueOn when the next one is due; null when that is now, or no rule says so
 * @param incidents open ones first, then the latest
 * @param groups where something can have been found
 * @param newId for an incident that is reported next
 * @param draft what was sent and is not taken; null when nothing was
 * @param problems the texts' keys by field of the draft
 * @param notice what has become of what was said; null when nothing was
 */
record SecrecyPage(
    String unit,
    Words unitName,
    String town,
    Words townName,
    String speaksFor,
    boolean mayAnswer,
    boolean mayWithdraw,
    LocalDate today,
    @Nullable String missing,
    @Nullable LocalDate statedOn,
    @Nullable LocalDate dueOn,
    List<Incident> incidents,
    List<Choice> groups,
    String newId,
    @Nullable SecrecyForm draft,
    Map<String, String> problems,
    @Nullable String notice) {

  /**
   * Something that was found.
   *
   * @param group what the group is called; null when none was named
   */
  record Incident(
      String id,
      @Nullable String groupId,
      @Nullable String group,
      LocalDate foundOn,
      @Nullable LocalDate resolvedOn,
      @Nullable LocalDate withdrawnOn,
      @Nullable String withdrawnBecause) {

    public boolean open() {
      return resolvedOn == null && withdrawnOn == null;
    }
  }

  /** A group that can be chosen. */
  record Choice(String id, String name) {}

  public boolean known() {
    return missing == null;
  }

  public boolean anyOpen() {
    return incidents.stream().anyMatch(Incident::open);
  }

  /** NEVER, EXPIRED or FINE. */
  public String word() {
    if (statedOn == null) {
      return "NEVER";
    }
    return dueOn != null && dueOn.isBefore(today) ? "EXPIRED" : "FINE";
  }

  public @Nullable String problem(String field) {
    return problems.get(field);
  }

  /** The incident to which the draft belongs; empty for a new one. */
  public String drafted() {
    return draft == null || draft.say() != SecrecyForm.Say.REPORT ? "" : draft.id();
  }

  /** Whether a report that was sent waits for a second word. */
  public boolean toConfirm() {
    return draft != null
        && draft.say() == SecrecyForm.Say.REPORT
        && draft.asksFirst()
        && problems.isEmpty()
        && notice == null;
  }

  /** The incident whose withdrawal waits for a reason and a second word; null when none does. */
  public @Nullable Incident withdrawing() {
    return incidents.stream()
        .filter(each -> draft != null && draft.say() == SecrecyForm.Say.WITHDRAW && notice == null)
        .filter(each -> each.open() && draft != null && each.id().equals(draft.id()))
        .findFirst()
        .orElse(null);
  }

  /** What the group is called in which the draft says that something was found; null for none. */
  public @Nullable String draftedGroup() {
    return groups.stream()
        .filter(each -> draft != null && each.id().equals(draft.group()))
        .map(Choice::name)
        .findFirst()
        .orElse(null);
  }

  public int longestReason() {
    return SecrecyForm.LONGEST_REASON;
  }

  SecrecyPage with(SecrecyForm sent, Map<String, String> wrong) {
    return copy(sent, wrong, null);
  }

  SecrecyPage saying(String text) {
    return copy(null, Map.of(), text);
  }

  SecrecyPage declining(SecrecyForm sent, String text) {
    return copy(sent, Map.of(), text);
  }

  private SecrecyPage copy(
      @Nullable SecrecyForm sent, Map<String, String> wrong, @Nullable String text) {
    return new SecrecyPage(
        unit,
        unitName,
        town,
        townName,
        speaksFor,
        mayAnswer,
        mayWithdraw,
        today,
        missing,
        statedOn,
        dueOn,
        incidents,
        groups,
        newId,
        sent,
        wrong,
        text);
  }
}
