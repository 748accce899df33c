package cn.jianfu.group.register;

import cn.jianfu.group.register.domain.Answers;
import cn.jianfu.group.register.domain.ColumnUse;
import cn.jianfu.group.register.domain.RegisterField;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answers to the questions of an earlier reading.
 *
 * @param columns by letter or heading: the field's name, or IGNORE
 * @param cells texts to read instead of what the cells hold
 * @param skip numbers of rows not to be read
 * @param blankUnits ASK, SAME_AS_ABOVE or NO_UNIT
 */
record SaidAnswers(
    @Nullable Map<String, String> columns,
    @Nullable List<SaidCell> cells,
    @Nullable List<Integer> skip,
    Answers.@Nullable BlankUnits blankUnits) {

  static final SaidAnswers NONE = new SaidAnswers(null, null, null, null);

  private static final String IGNORE = "IGNORE";

  /** What a cell is to say. */
  record SaidCell(int row, RegisterField field, @Nullable String text) {}

  Answers answers() {
    Map<String, ColumnUse> uses = new HashMap<>();
    if (columns != null) {
      columns.forEach((column, use) -> uses.put(column, use(column, use)));
    }
    Map<Answers.Cell, String> texts = new HashMap<>();
    if (cells != null) {
      cells.forEach(
          cell ->
              texts.put(
                  new Answers.Cell(cell.row(), cell.field()),
                  cell.text() == null ? "" : cell.text()));
    }
    return new Answers(
        uses,
        texts,
        skip == null ? new HashSet<>() : new HashSet<>(skip),
        blankUnits == null ? Answers.BlankUnits.ASK : blankUnits);
  }

  private static ColumnUse use(String column, @Nullable String use) {
    if (IGNORE.equals(use)) {
      return new ColumnUse.Ignored();
    }
    return Arrays.stream(RegisterField.values())
        .filter(field -> field.name().equals(use))
        .findFirst()
        .<ColumnUse>map(ColumnUse.As::new)
        .orElseThrow(
            () ->
                Problem.of(WebProblems.INVALID)
                    .at("/columns/" + column, "not-readable")
                    .toException());
  }
}
