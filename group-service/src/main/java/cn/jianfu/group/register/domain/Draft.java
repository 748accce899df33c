package cn.jianfu.group.register.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row while it is read: its cells by field, and what is asked and refused so far. */
final class Draft {

  private final Grid grid;
  private final Header header;
  private final Columns columns;
  private final Answers answers;
  private final int row;
  private final List<Remark> questions = new ArrayList<>();
  private final List<Remark> faults = new ArrayList<>();

  Draft(Grid grid, Header header, Columns columns, Answers answers, int row) {
    this.grid = grid;
    this.header = header;
    this.columns = columns;
    this.answers = answers;
    this.row = row;
  }

  int row() {
    return row;
  }

  CellValue cell(RegisterField field) {
    String said = answers.cells().get(new Answers.Cell(row, field));
    if (said != null) {
      return said.isBlank() ? new CellValue.Blank() : new CellValue.Text(said);
    }
    Integer column = columns.placeOf(field);
    return column == null ? new CellValue.Blank() : grid.at(row, column);
  }

  <T> @Nullable T read(RegisterField field, Function<CellValue, Reading<T>> reader) {
    return switch (reader.apply(cell(field))) {
      case Reading.Clear<T>(@Nullable T value) -> value;
      case Reading.Unclear<T>(String code, List<String> choices) -> {
        ask(field, code, choices);
        yield null;
      }
      case Reading.Wrong<T>(String code) -> {
        refuse(field, code);
        yield null;
      }
    };
  }

  @Nullable String text(RegisterField field, int longest) {
    return read(field, cell -> TextCells.read(cell, longest));
  }

  /** A day that has come already. */
  @Nullable LocalDate pastDay(RegisterField field, LocalDate today) {
    LocalDate day = read(field, DateCells::read);
    if (day != null && day.isAfter(today)) {
      ask(field, "register.date-in-future", List.of());
    }
    return day;
  }

  void ask(RegisterField field, String code, List<String> choices) {
    questions.add(remark(field, code, choices));
  }

  void ask(Remark remark) {
    questions.add(remark);
  }

  void refuse(RegisterField field, String code) {
    faults.add(remark(field, code, List.of()));
  }

  RowResult result(RegisterRow group) {
    if (!faults.isEmpty()) {
      List<Remark> all = new ArrayList<>(faults);
      all.addAll(questions);
      return new RowResult.Rejected(row, all);
    }
    return questions.isEmpty()
        ? new RowResult.Understood(group)
        : new RowResult.Question(row, questions);
  }

  private Remark remark(RegisterField field, String code, List<String> choices) {
    Integer column = columns.placeOf(field);
    return new Remark(
        column == null ? "" : Grid.letter(column),
        column == null ? field.heading() : header.headings().get(column),
        field,
        code,
        PlainText.tidy(cell(field).shown()),
        choices);
  }
}
