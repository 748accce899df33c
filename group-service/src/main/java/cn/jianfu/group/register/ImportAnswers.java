package cn.jianfu.group.register;

import cn.jianfu.group.register.domain.Answers;
import cn.jianfu.group.register.domain.Answers.BlankUnits;
import cn.jianfu.group.register.domain.Answers.Cell;
import cn.jianfu.group.register.domain.Answers.ListedGroup;
import cn.jianfu.group.register.domain.ColumnUse;
import cn.jianfu.group.register.domain.RegisterField;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.problem.WebProblems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the sender says about a sheet, as parameters of the request. */
final class ImportAnswers {

  private static final String IGNORE = "IGNORE";
  static final String NEW = "NEW";

  private ImportAnswers() {}

  /**
   * @param columns {@code H=MATTER} or {@code 事项编号=IGNORE}: a column by letter or heading
   * @param cells {@code 12.CREATED_ON=2026-03-01}: what a cell is read as
   * @param skippedRows rows not to be read
   * @param groups {@code 12=<groupId>} or {@code 12=NEW}: the group that a row lists
   */
  static Answers of(
      List<String> columns,
      List<String> cells,
      List<Integer> skippedRows,
      List<String> groups,
      BlankUnits blankUnits) {
    Map<String, ColumnUse> uses = new HashMap<>();
    for (String answer : columns) {
      String[] parts = parts("column", answer);
      uses.put(
          parts[0],
          parts[1].equals(IGNORE)
              ? new ColumnUse.Ignored()
              : new ColumnUse.As(field("column", parts[1])));
    }
    Map<Cell, String> texts = new HashMap<>();
    for (String answer : cells) {
      String[] parts = parts("cell", answer);
      texts.put(cell(parts[0]), parts[1]);
    }
    Set<Integer> skipped = new HashSet<>(skippedRows);
    Map<Integer, ListedGroup> listed = new HashMap<>();
    for (String answer : groups) {
      String[] parts = parts("group", answer);
      listed.put(
          row("group", parts[0]),
          parts[1].equals(NEW) ? new ListedGroup.New() : new ListedGroup.Known(parts[1]));
    }
    return new Answers(uses, texts, skipped, listed, blankUnits);
  }

  private static Cell cell(String place) {
    int dot = place.indexOf('.');
    if (dot < 1) {
      throw notReadable("cell");
    }
    return new Cell(row("cell", place.substring(0, dot)), field("cell", place.substring(dot + 1)));
  }

  private static int row(String parameter, String number) {
    if (!number.matches("[0-9]{1,6}")) {
      throw notReadable(parameter);
    }
    return Integer.parseInt(number);
  }

  private static RegisterField field(String parameter, String name) {
    return List.of(RegisterField.values()).stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> notReadable(parameter));
  }

  private static String[] parts(String parameter, String answer) {
    int equals = answer.indexOf('=');
    if (equals < 1) {
      throw notReadable(parameter);
    }
    return new String[] {answer.substring(0, equals), answer.substring(equals + 1)};
  }

  private static ProblemException notReadable(String parameter) {
    return Problem.of(WebProblems.INVALID).atParameter(parameter, "not-readable").toException();
  }
}
