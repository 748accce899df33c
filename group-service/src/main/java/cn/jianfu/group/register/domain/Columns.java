package cn.jianfu.group.register.domain;

import cn.jianfu.group.register.domain.RegisterReading.Column;
import cn.jianfu.group.register.domain.RegisterReading.NotKept;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each column is read as, and what has to be asked about columns. */
final class Columns {

  private final Grid grid;
  private final Header header;
  private final Answers answers;
  private final List<Remark> questions = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final Map<RegisterField, Integer> places = new EnumMap<>(RegisterField.class);

  private Columns(Grid grid, Header header, Answers answers) {
    this.grid = grid;
    this.header = header;
    this.answers = answers;
  }

  static Columns of(Grid grid, Header header, Answers answers) {
    Columns columns = new Columns(grid, header, answers);
    ColumnUse[] uses = new ColumnUse[grid.width()];
    for (int column = 0; column < uses.length; column++) {
      uses[column] = columns.useOf(column);
    }
    for (RegisterField field : RegisterField.values()) {
      columns.place(field, uses);
    }
    for (int column = 0; column < uses.length; column++) {
      String heading = header.headings().get(column);
      if (!heading.isEmpty() || !(uses[column] instanceof ColumnUse.Ignored)) {
        columns.columns.add(new Column(Grid.letter(column), heading, uses[column]));
      }
    }
    return columns;
  }

  List<Column> columns() {
    return columns;
  }

  List<Remark> questions() {
    return questions;
  }

  /** Columns that say something of which nothing is kept. */
  List<NotKept> notKept() {
    List<NotKept> notKept = new ArrayList<>();
    places.forEach((field, column) -> {
      if (!field.isKept() && !values(column).isEmpty()) {
        notKept.add(new NotKept(Grid.letter(column), header.headings().get(column), field));
      }
    });
    return notKept;
  }

  /** The column in which the console's own table says how it stands with a group; null for none. */
  @Nullable Integer placeOfState() {
    for (int column = 0; column < grid.width(); column++) {
      String heading = header.headings().get(column);
      if (Headings.isState(heading)
          && !(answers.useOf(Grid.letter(column), heading) instanceof ColumnUse.As)) {
        return column;
      }
    }
    return null;
  }

  /** The column that a field is read from; null when none is, or when that is asked. */
  @Nullable Integer placeOf(RegisterField field) {
    return places.get(field);
  }

  private ColumnUse useOf(int column) {
    String heading = header.headings().get(column);
    ColumnUse said = answers.useOf(Grid.letter(column), heading);
    if (said != null && !(said instanceof ColumnUse.Asked)) {
      return said;
    }
    List<CellValue> values = values(column);
    if (values.isEmpty() && Headings.meaningsOf(heading).isEmpty()) {
      return new ColumnUse.Ignored();
    }
    if (heading.isEmpty()) {
      return ask(column, "register.column-without-heading", fieldHeadings(RegisterField.values()));
    }
    if (Headings.isPassedOver(heading)) {
      return new ColumnUse.Ignored();
    }
    return byMeaning(column, Headings.meaningsOf(heading), values);
  }

  private ColumnUse byMeaning(int column, Set<RegisterField> meanings, List<CellValue> values) {
    if (meanings.isEmpty()) {
      return ask(column, "register.column-unknown", fieldHeadings(RegisterField.values()));
    }
    if (meanings.size() == 1) {
      return new ColumnUse.As(meanings.iterator().next());
    }
    if (values.isEmpty()) {
      return new ColumnUse.Ignored();
    }
    if (values.stream().allMatch(Vocabulary.PLATFORMS::knows)) {
      return new ColumnUse.As(RegisterField.PLATFORM);
    }
    if (values.stream().allMatch(Vocabulary.KINDS::knows)) {
      return new ColumnUse.As(RegisterField.KIND);
    }
    return ask(
        column, "register.column-ambiguous", fieldHeadings(meanings.toArray(RegisterField[]::new)));
  }

  /** One column for a field: the only one, the only one with values, or the one somebody chose. */
  private void place(RegisterField field, ColumnUse[] uses) {
    List<Integer> candidates = columnsWith(field, uses);
    if (candidates.size() > 1) {
      List<Integer> chosen = candidates.stream().filter(this::isSaid).toList();
      List<Integer> filled = candidates.stream().filter(c -> !values(c).isEmpty()).toList();
      List<Integer> left = chosen.size() == 1 ? chosen : filled;
      for (int column : candidates) {
        if (!left.contains(column) && !left.isEmpty()) {
          uses[column] = new ColumnUse.Ignored();
        }
      }
      candidates = columnsWith(field, uses);
    }
    if (candidates.size() == 1) {
      places.put(field, candidates.getFirst());
    } else if (candidates.size() > 1) {
      List<String> letters = candidates.stream().map(Grid::letter).toList();
      for (int column : candidates) {
        uses[column] = ask(column, field, "register.two-columns-for-field", letters);
      }
    }
  }

  private boolean isSaid(int column) {
    return answers.useOf(Grid.letter(column), header.headings().get(column)) != null;
  }

  private static List<Integer> columnsWith(RegisterField field, ColumnUse[] uses) {
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < uses.length; column++) {
      if (uses[column].equals(new ColumnUse.As(field))) {
        columns.add(column);
      }
    }
    return columns;
  }

  /** What stands in a column below the headings, other than the headings said again. */
  private List<CellValue> values(int column) {
    return grid.rows().stream()
        .filter(row -> row.number() > header.lastRow())
        .map(row -> grid.own(row.number(), column))
        .filter(cell -> !PlainText.saysNothing(cell.shown()))
        .filter(cell -> !PlainText.tidy(cell.shown()).equals(header.headings().get(column)))
        .toList();
  }

  private ColumnUse ask(int column, String code, List<String> choices) {
    return ask(column, null, code, choices);
  }

  private ColumnUse ask(
      int column, @Nullable RegisterField field, String code, List<String> choices) {
    String heading = header.headings().get(column);
    questions.add(new Remark(Grid.letter(column), heading, field, code, heading, choices));
    return new ColumnUse.Asked();
  }

  private static List<String> fieldHeadings(RegisterField[] fields) {
    return Arrays.stream(fields).map(RegisterField::heading).toList();
  }
}
