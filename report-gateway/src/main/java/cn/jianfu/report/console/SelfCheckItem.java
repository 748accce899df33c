package cn.jianfu.report.console;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group on a self-check list, as its unit sees it.
 *
 * @param suggested DISSOLVE, MERGE, KEEP or STANDARDISE
 * @param suggestedInto the group that is to go on, when a merger is suggested
 * @param answer CONFIRMED or CONTESTED; null while it is open
 * @param decided what the unit decided; null when it contested without deciding
 * @param problem why the decision is not taken, in the reader's language; null when it is
 * @param others groups of the same unit that it could be merged into
 */
record SelfCheckItem(
    String groupId,
    String name,
    Words unitName,
    String suggested,
    @Nullable Target suggestedInto,
    List<Why> because,
    @Nullable String answer,
    @Nullable String decided,
    @Nullable Target decidedInto,
    @Nullable String reason,
    @Nullable LocalDate answeredOn,
    @Nullable String problem,
    List<Target> others) {

  /** Kinds of decision, in the order in which they are shown. */
  static final List<String> KINDS = List.of("DISSOLVE", "MERGE", "KEEP", "STANDARDISE");

  /**
   * A group that another is merged into.
   *
   * @param name null when it is of a unit that the reader sees nothing of
   */
  record Target(String id, @Nullable String name) {}

  /** A rule that speaks for the suggestion, and what was found; null where nothing is known. */
  record Why(String rule, Words name, @Nullable Words found) {}

  /** Names the item in the page: a group's id holds what an element's id may not. */
  public String key() {
    return key(groupId);
  }

  static String key(String groupId) {
    return UUID.nameUUIDFromBytes(groupId.getBytes(StandardCharsets.UTF_8)).toString();
  }

  public boolean open() {
    return answer == null;
  }

  public boolean contested() {
    return "CONTESTED".equals(answer);
  }

  /** What can be decided instead of the suggestion. */
  public List<String> choices() {
    return KINDS.stream()
        .filter(kind -> kind.equals("MERGE") ? !others.isEmpty() : !kind.equals(suggested))
        .toList();
  }

  /** What an agreement would agree to: it is no agreement when this has changed meanwhile. */
  public String proposal() {
    return suggestedInto == null ? suggested : suggested + " " + key(suggestedInto.id());
  }

  SelfCheckItem with(@Nullable String why) {
    return new SelfCheckItem(
        groupId,
        name,
        unitName,
        suggested,
        suggestedInto,
        because,
        answer,
        decided,
        decidedInto,
        reason,
        answeredOn,
        why,
        others);
  }
}
