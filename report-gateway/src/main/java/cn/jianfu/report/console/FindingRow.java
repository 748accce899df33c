package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A finding as people see it.
 *
 * @param subject what a person calls the thing that it is about, for example a group's name
 * @param groups the groups that it is about, each {@code unit/platform/externalId}
 * @param reason the finding in words
 * @param ruleSet {@code id@version} that was applied
 * @param state SUSPECTED, CONFIRMED, DISMISSED, FIXED, REOPENED or CLEARED
 * @param relabelled whether it was confirmed and is over only because its groups are called
 *     otherwise
 * @param judgement who judged it last; null when nobody has
 * @param contest what its unit said last against it; null when it said nothing
 */
record FindingRow(
    String id,
    String rule,
    Words ruleName,
    String severity,
    String subject,
    List<String> groups,
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
    boolean relabelled,
    @Nullable Judgement judgement,
    @Nullable Contest contest) {

  /** Between the names of several groups. */
  private static final String SEPARATOR = " / ";

  /** A number, day or id by its name; the name is a text in the bundles where it is known. */
  record Evidence(String name, Words value) {}

  /**
   * A person's judgement.
   *
   * @param role in which it was made
   * @param on the day, in the district's zone
   */
  record Judgement(String verdict, String reason, String role, LocalDate on) {}

  /**
   * What the unit concerned says against it (申诉).
   *
   * @param waiting whether nobody has answered it
   */
  record Contest(String reason, LocalDate on, boolean waiting) {}

  /** A part of the subject, and the group that it names; null when it names none. */
  record Part(String name, @Nullable String group) {}

  /** The subject in parts: each group's name leads to it where names and groups are as many. */
  public List<Part> parts() {
    var names = List.of(subject.split(SEPARATOR));
    return names.size() == groups.size()
        ? IntStream.range(0, names.size())
            .mapToObj(at -> new Part(names.get(at), groups.get(at)))
            .toList()
        : List.of(new Part(subject, groups.size() == 1 ? groups.getFirst() : null));
  }

  public String stateKey() {
    return state.toLowerCase(Locale.ROOT);
  }

  /** Nobody has judged it, it has come back since, or a contest waits for an answer. */
  public boolean toJudge() {
    return state.equals("SUSPECTED") || state.equals("REOPENED") || contested();
  }

  /** Whether a contest waits for an answer. */
  public boolean contested() {
    return contest != null && contest.waiting();
  }

  /** It holds against the unit, which has not said anything that waits for an answer. */
  public boolean toContest() {
    return !contested() && List.of("SUSPECTED", "CONFIRMED", "REOPENED").contains(state);
  }

  /** A judgement that still stands can be taken back, also of what was a correction and is over. */
  public boolean toTakeBack() {
    return relabelled || state.equals("CONFIRMED") || state.equals("DISMISSED");
  }
}
