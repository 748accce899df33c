package cn.jianfu.report.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit's self-check list in a round, as group-service tells it.
 *
 * @param completedOn null while something is open
 * @param problems decisions that could not be taken, by group
 */
public record SelfCheckList(
    String round,
    String unit,
    @Nullable LocalDate completedOn,
    List<Item> items,
    Map<String, Refused> problems) {

  public SelfCheckList {
    items = Objects.requireNonNullElse(items, List.of());
    problems = Objects.requireNonNullElse(problems, Map.of());
  }

  /**
   * A group on the list.
   *
   * @param suggested KEEP, DISSOLVE, MERGE or STANDARDISE
   * @param because rules that speak for it
   * @param answer CONFIRMED or CONTESTED; null while it is open
   * @param decided what the unit decided; null when it contested without deciding
   */
  public record Item(
      String groupId,
      String name,
      String suggested,
      @Nullable String mergeInto,
      List<String> because,
      @Nullable String answer,
      @Nullable String decided,
      @Nullable String decidedMergeInto,
      @Nullable String reason,
      @Nullable LocalDate answeredOn) {

    public Item {
      because = Objects.requireNonNullElse(because, List.of());
    }

    public boolean open() {
      return answer == null;
    }
  }
}
