package cn.jianfu.group.register.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one row after the other, from the top to the bottom. */
final class RowReader {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TEXT = 500;

  /** Two names in one cell: 防汛一群、防汛二群. */
  private static final Pattern SEVERAL_NAMES = Pattern.compile(".+群\\s*[、,，;；/\\n]\\s*.+群");

  private static final Set<String> WITHOUT_END =
      Set.of("长期", "永久", "长期有效", "无期限", "永久有效", "不限", "常设", "固定");

  private final boolean hasUnits;
  private final Answers.BlankUnits blankUnits;
  private final LocalDate today;
  private @Nullable String unitAbove;

  RowReader(boolean hasUnits, Answers.BlankUnits blankUnits, LocalDate today) {
    this.hasUnits = hasUnits;
    this.blankUnits = blankUnits;
    this.today = today;
  }

  /** The group as far as it was understood; the draft knows what was not. */
  RegisterRow read(Draft draft) {
    String unit = unit(draft);
    RegisterRow group =
        new RegisterRow(
            draft.row(),
            name(draft),
            unit,
            draft.text(RegisterField.OWNER, LONGEST_NAME),
            draft.read(RegisterField.PLATFORM, Vocabulary.PLATFORMS::read),
            draft.read(RegisterField.MEMBERS, CountCells::read),
            draft.pastDay(RegisterField.CREATED_ON, today),
            draft.text(RegisterField.PURPOSE, LONGEST_TEXT),
            draft.read(RegisterField.KIND, Vocabulary.KINDS::read),
            draft.text(RegisterField.FILING_NO, LONGEST_NAME),
            draft.pastDay(RegisterField.FILED_ON, today),
            draft.text(RegisterField.APPROVAL_NO, LONGEST_NAME),
            draft.pastDay(RegisterField.APPROVED_ON, today),
            draft.read(RegisterField.VALID_UNTIL, RowReader::end),
            draft.text(RegisterField.MATTER, LONGEST_NAME),
            draft.read(RegisterField.DECISION, DecisionCells::read),
            draft.text(RegisterField.EXTERNAL_ID, LONGEST_NAME),
            draft.text(RegisterField.REMARK, LONGEST_TEXT));
    LocalDate created = group.createdOn();
    LocalDate end = group.validUntil();
    if (created != null && end != null && end.isBefore(created)) {
      draft.ask(RegisterField.VALID_UNTIL, "register.ends-before-start", List.of());
    }
    return group;
  }

  private static String name(Draft draft) {
    String shown = draft.cell(RegisterField.NAME).shown();
    String name = draft.text(RegisterField.NAME, LONGEST_NAME);
    if (name == null || PlainText.key(name).isEmpty()) {
      if (draft.cell(RegisterField.NAME) instanceof CellValue.Blank
          || PlainText.saysNothing(shown)
          || name != null) {
        draft.refuse(RegisterField.NAME, "register.name-missing");
      }
      return "";
    }
    if (shown.length() <= 2 * LONGEST_NAME && SEVERAL_NAMES.matcher(shown.strip()).matches()) {
      draft.ask(RegisterField.NAME, "register.several-names", List.of());
    }
    return name;
  }

  private @Nullable String unit(Draft draft) {
    String unit = draft.text(RegisterField.UNIT, LONGEST_NAME);
    if (unit != null) {
      unitAbove = unit;
      return unit;
    }
    boolean isBlank = draft.cell(RegisterField.UNIT) instanceof CellValue.Blank;
    if (!hasUnits || unitAbove == null || !isBlank) {
      return null;
    }
    return switch (blankUnits) {
      case SAME_AS_ABOVE -> unitAbove;
      case NO_UNIT -> null;
      case ASK -> {
        draft.ask(RegisterField.UNIT, "register.unit-missing", List.of(unitAbove));
        yield null;
      }
    };
  }

  private static Reading<LocalDate> end(CellValue cell) {
    return WITHOUT_END.contains(PlainText.key(cell.shown()))
        ? Reading.nothing()
        : DateCells.read(cell);
  }
}
