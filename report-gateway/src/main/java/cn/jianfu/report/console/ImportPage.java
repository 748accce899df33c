package cn.jianfu.report.console;

import cn.jianfu.report.group.RegisterImport;
import cn.jianfu.report.group.RegisterImport.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A register that is imported, or was.
 *
 * @param key of this page, by which a repeat is known
 * @param of hash of the file that it is about; empty before one was sent
 * @param otherFile whether answers were left out, because they were about another file
 * @param problem a key of the bundles; null when nothing is wrong
 * @param words what was said against it, or what would do; null when nothing was
 * @param it what became, or would become, of it; null before a file was sent
 * @param columns answers about columns that were given, by letter
 * @param groups answers about rows that were given, by row
 */
record ImportPage(
    String key,
    boolean atomic,
    String of,
    boolean otherFile,
    @Nullable String problem,
    @Nullable String words,
    @Nullable RegisterImport it,
    Map<String, String> columns,
    Map<String, String> groups) {

  /** More would have to be mended in the file first anyway. */
  static final int MOST_ROWS = 200;

  /** The fields of a register, as group-service names them. */
  private static final List<String> FIELDS =
      List.of(
          "NAME",
          "UNIT",
          "OWNER",
          "PLATFORM",
          "MEMBERS",
          "CREATED_ON",
          "PURPOSE",
          "KIND",
          "FILING_NO",
          "FILED_ON",
          "APPROVAL_NO",
          "APPROVED_ON",
          "VALID_UNTIL",
          "MATTER",
          "DECISION",
          "EXTERNAL_ID",
          "REMARK");

  static ImportPage empty(String key) {
    return new ImportPage(key, false, "", false, null, null, null, Map.of(), Map.of());
  }

  /** After a form was sent: what was answered stays answered. */
  static ImportPage of(ImportForm form, boolean otherFile) {
    return new ImportPage(
        form.key(),
        form.atomic(),
        form.hash(),
        otherFile,
        null,
        null,
        null,
        byPlace(form.columns()),
        byPlace(form.groups()));
  }

  ImportPage with(RegisterImport done) {
    return new ImportPage(key, atomic, of, otherFile, null, null, done, columns, groups);
  }

  ImportPage failing(String why, @Nullable String said) {
    return new ImportPage(key, atomic, of, otherFile, why, said, it, columns, groups);
  }

  private static Map<String, String> byPlace(List<String> answers) {
    return answers.stream()
        .collect(
            Collectors.toMap(
                each -> each.substring(0, each.indexOf('=')),
                each -> each.substring(each.indexOf('=') + 1),
                (_, last) -> last));
  }

  public List<String> fields() {
    return FIELDS;
  }

  /** Whether it is one that was carried out, or begun: then it is at an address of its own. */
  public boolean kept() {
    return it != null && !it.state().equals("CHECKED");
  }

  /** Whether it goes on, or its undo does. */
  public boolean underWay() {
    return it != null && (it.state().equals("PLANNED") || it.state().equals("UNDOING"));
  }

  /** How it stands: the end of a key of the bundles. */
  public String state() {
    if (it == null || kept()) {
      return it == null ? "" : it.state();
    }
    if (it.report().dryRun()) {
      return "CHECKED";
    }
    return toCorrect() || !it.questions().isEmpty() ? "NOT_APPLIED" : "NOTHING";
  }

  public boolean looksGood() {
    return kept() ? !underWay() : it != null && !toCorrect() && it.questions().isEmpty();
  }

  /** What stands in the way of taking it back. */
  public List<Message> undoMessages() {
    return it == null || it.undo() == null
        ? List.of()
        : it.undo().messages().stream().limit(MOST_ROWS).toList();
  }

  /** What is said of rows, without what can be answered here. */
  public List<Message> messages() {
    return all().stream().filter(each -> each.answers() == null).limit(MOST_ROWS).toList();
  }

  public long more() {
    return Math.max(0, all().stream().filter(each -> each.answers() == null).count() - MOST_ROWS);
  }

  /** Rows of which it is asked which group they list. */
  public List<Message> asked() {
    return all().stream().filter(each -> each.answers() != null).limit(MOST_ROWS).toList();
  }

  /** Whether the file with the marked rows has something to mend. */
  public boolean toCorrect() {
    return it != null && it.report().declined() + it.report().asked() > 0;
  }

  /** Answers that were given and are asked for no more: they are to be sent again. */
  public List<String> givenColumns() {
    return columns.entrySet().stream()
        .filter(given ->
            it == null
                || it.questions().stream()
                    .noneMatch(asked -> asked.column().equals(given.getKey())))
        .map(given -> given.getKey() + "=" + given.getValue())
        .sorted()
        .toList();
  }

  public List<String> givenGroups() {
    return groups.entrySet().stream()
        .filter(given ->
            asked().stream().noneMatch(row -> given.getKey().equals(String.valueOf(row.row()))))
        .map(given -> given.getKey() + "=" + given.getValue())
        .sorted()
        .toList();
  }

  /** Whether it changed something that can be taken back. */
  public boolean undoable() {
    return it != null && it.state().equals("APPLIED") && changes() > 0;
  }

  /** Rows that say something new. */
  public int changes() {
    return it == null ? 0 : it.listed().created() + it.listed().changed();
  }

  /** Whether it was said what taking it back would do, and nothing was done yet. */
  public boolean rehearsesUndo() {
    return it != null && it.undo() != null && it.undo().dryRun();
  }

  /** Rows that cannot be taken back. */
  public int inTheWay() {
    return it == null || it.undo() == null ? 0 : it.undo().declined() + it.undo().asked();
  }

  private List<Message> all() {
    return it == null ? List.of() : it.report().messages();
  }
}
