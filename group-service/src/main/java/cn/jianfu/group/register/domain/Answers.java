package cn.jianfu.group.register.domain;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a sheet that was not clear.
 *
 * @param columns by column letter or by heading as written
 * @param cells texts that are read instead of what the cells hold; empty for nothing
 * @param skippedRows rows not to be read
 * @param groups which group a row lists, by row
 * @param blankUnits what a row means that leaves its unit blank below one that names it
 */
public record Answers(
    Map<String, ColumnUse> columns,
    Map<Cell, String> cells,
    Set<Integer> skippedRows,
    Map<Integer, ListedGroup> groups,
    BlankUnits blankUnits) {

  public static final Answers NONE =
      new Answers(Map.of(), Map.of(), Set.of(), Map.of(), BlankUnits.ASK);

  /** A cell by its row number and field. */
  public record Cell(int row, RegisterField field) {}

  /** The group that a row lists. */
  public sealed interface ListedGroup {

    /** One that is known, whatever the row calls it. */
    record Known(String groupId) implements ListedGroup {}

    /** One that nobody has declared yet. */
    record New() implements ListedGroup {}
  }

  /** Exports of merged cells to CSV leave all but the first blank. */
  public enum BlankUnits {
    ASK,
    SAME_AS_ABOVE,
    NO_UNIT
  }

  public Answers {
    columns = Map.copyOf(columns);
    cells = Map.copyOf(cells);
    skippedRows = Set.copyOf(skippedRows);
    groups = Map.copyOf(groups);
  }

  /** How much somebody had to say. */
  public int count() {
    return columns.size()
        + cells.size()
        + skippedRows.size()
        + groups.size()
        + (blankUnits == BlankUnits.ASK ? 0 : 1);
  }

  @Nullable ColumnUse useOf(String letter, String heading) {
    ColumnUse byLetter = columns.get(letter);
    if (byLetter != null) {
      return byLetter;
    }
    return columns.entrySet().stream()
        .filter(answer -> Headings.key(answer.getKey()).equals(Headings.key(heading)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
