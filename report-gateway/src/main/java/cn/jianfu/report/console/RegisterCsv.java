package cn.jianfu.report.console;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register as a table for a spreadsheet, in the reader's language. */
@Component
final class RegisterCsv {

  /** A spreadsheet takes a file without it for one in its own old encoding. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What a cell begins with that a spreadsheet would compute. */
  private static final String COMPUTED = "=+-@\t\r";

  private static final List<String> HEADS =
      List.of(
          "groups.name",
          "group.external",
          "register.platform",
          "register.unit",
          "groups.state",
          "group.decision",
          "group.decided",
          "group.due",
          "group.executed",
          "overview.open",
          "rule",
          "field.memberCount",
          "register.listed",
          "groups.active",
          "confidence");

  private final SaidHeader said;

  RegisterCsv(SaidHeader said) {
    this.said = said;
  }

  String of(List<RegisterRow> rows, Locale locale) {
    return Stream.concat(
            Stream.of(HEADS.stream().map(key -> said.text(key, locale)).toList()),
            rows.stream().map(row -> cells(row, locale)))
        .map(cells -> cells.stream().map(RegisterCsv::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
  }

  private List<String> cells(RegisterRow row, Locale locale) {
    var decision = row.decision();
    return List.of(
        row.name(),
        row.id(),
        said.text("platform." + row.platform(), locale),
        row.unit().in(locale),
        said.text("group.state." + row.state(), locale),
        decision == null ? "" : said.text("decision." + decision.kind(), locale),
        decision == null ? "" : decision.decidedOn().toString(),
        decision == null ? "" : decision.dueOn().toString(),
        decision == null ? "" : text(decision.executedOn()),
        String.valueOf(row.findings().size()),
        row.about().in(locale),
        text(row.declared()),
        text(row.listed()),
        text(row.lastActiveOn()),
        said.text("confidence." + row.confidence(), locale));
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  /** A name is what somebody called a group: it is shown, and never computed. */
  private static String quoted(String cell) {
    boolean computed = !cell.isEmpty() && COMPUTED.indexOf(cell.charAt(0)) >= 0;
    return '"' + (computed ? "'" : "") + cell.replace("\"", "\"\"") + '"';
  }
}
