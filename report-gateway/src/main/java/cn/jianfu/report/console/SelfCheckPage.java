package cn.jianfu.report.console;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The self-check of a unit and of those below it in the round that is open.
 *
 * @param town the town that the unit is, or belongs to
 * @param round null when none is open
 * @param mayAnswer whether the reader decides here, or looks on
 * @param missing lists that could not be read
 * @param completedOn day of the last answer; null while something is open
 */
record SelfCheckPage(
    String unit,
    Words unitName,
    String town,
    Words townName,
    @Nullable Round round,
    boolean mayAnswer,
    LocalDate today,
    List<SelfCheckItem> items,
    List<Missing> missing,
    @Nullable LocalDate completedOn) {

  /** A round, and the last day of its self-checks. */
  record Round(String id, Words name, LocalDate dueOn) {}

  /**
   * A list that is not there.
   *
   * @param why AWAY, REFUSED, BUSY or NOT_ASKED; DECLINED when there is a sentence
   */
  record Missing(Words unit, String why, @Nullable String sentence) {}

  /** What has the same suggestion; what is open comes first. */
  record Section(String kind, List<SelfCheckItem> items) {

    public long open() {
      return items.stream().filter(SelfCheckItem::open).count();
    }
  }

  public List<Section> sections() {
    return SelfCheckItem.KINDS.stream()
        .map(kind -> new Section(kind, ofKind(kind)))
        .filter(section -> !section.items().isEmpty())
        .toList();
  }

  private List<SelfCheckItem> ofKind(String kind) {
    return items.stream()
        .filter(item -> item.suggested().equals(kind))
        .sorted(Comparator.comparing(item -> !item.open()))
        .toList();
  }

  public int total() {
    return items.size();
  }

  public long answered() {
    return items.stream().filter(item -> !item.open()).count();
  }

  public long open() {
    return total() - answered();
  }

  /** What an agreement to everything would decide: how many of each kind. */
  public Map<String, Long> toAgree() {
    return items.stream()
        .filter(SelfCheckItem::open)
        .collect(Collectors.groupingBy(SelfCheckItem::suggested, Collectors.counting()));
  }

  /** Changes with everything that an agreement to all would agree to. */
  public String seen() {
    var proposals =
        items.stream()
            .filter(SelfCheckItem::open)
            .map(item -> item.groupId() + " " + item.proposal())
            .sorted()
            .collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(proposals.getBytes(StandardCharsets.UTF_8)).toString();
  }

  public List<String> kinds() {
    return SelfCheckItem.KINDS;
  }

  public boolean has(String group) {
    return items.stream().anyMatch(item -> item.groupId().equals(group));
  }

  /** Days to the last day; negative when it has passed. */
  public long daysLeft() {
    return round == null ? 0 : ChronoUnit.DAYS.between(today, round.dueOn());
  }

  /** The same with what stands against decisions, by group. */
  SelfCheckPage with(Map<String, String> problems) {
    return new SelfCheckPage(
        unit,
        unitName,
        town,
        townName,
        round,
        mayAnswer,
        today,
        items.stream()
            .map(
                it -> problems.containsKey(it.groupId()) ? it.with(problems.get(it.groupId())) : it)
            .toList(),
        missing,
        completedOn);
  }
}
