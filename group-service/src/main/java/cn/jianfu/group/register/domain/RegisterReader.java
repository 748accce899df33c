package cn.jianfu.group.register.domain;

import cn.jianfu.group.register.domain.RegisterReading.NotARegister;
import cn.jianfu.group.register.domain.RegisterReading.Read;
import cn.jianfu.group.register.domain.RegisterReading.Skipped;
import cn.jianfu.group.register.domain.RegisterReading.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a sheet as a register; the same sheet and answers give the same reading. */
public final class RegisterReader {

  private static final int MOST_ROWS = 20_000;
  private static final int HIGHEST_ROW = 100_000;
  private static final int MOST_COLUMNS = 200;

  /** Merged cells, counted once for every row that they cover. */
  private static final long MOST_MERGED = 200_000;

  private static final Pattern REPORTING_UNIT =
      Pattern.compile("(?:填报|报送|制表|上报)单位[:：]\\s*([^\\s:：（(]+)");

  private final Grid grid;
  private final Header header;
  private final Columns columns;
  private final Answers answers;
  private final LocalDate today;
  private final List<String> titles;
  private final List<Skipped> skipped = new ArrayList<>();
  private final Map<Draft, RegisterRow> drafts = new LinkedHashMap<>();

  private RegisterReader(Grid grid, Header header, Answers answers, LocalDate today) {
    this.grid = grid;
    this.header = header;
    this.answers = answers;
    this.today = today;
    this.columns = Columns.of(grid, header, answers);
    this.titles = titles(grid, header);
  }

  /**
   * Understands what can be understood without guessing.
   *
   * @param answers what somebody said about an earlier reading of the same sheet
   * @param today the day after which nothing can have happened
   */
  public static RegisterReading read(Sheet sheet, Answers answers, LocalDate today) {
    if (sheet.rows().size() > MOST_ROWS
        || (!sheet.rows().isEmpty() && sheet.rows().getLast().number() > HIGHEST_ROW)) {
      return new NotARegister("register.too-many-rows");
    }
    if (sheet.merged().stream().mapToLong(RegisterReader::height).sum() > MOST_MERGED) {
      return new NotARegister("register.too-many-merged-cells");
    }
    if (sheet.rows().stream().anyMatch(row -> row.cells().size() > MOST_COLUMNS)) {
      return new NotARegister("register.too-many-columns");
    }
    Grid grid = new Grid(sheet);
    Header header = Header.find(grid);
    return header == null
        ? new NotARegister("register.no-headings")
        : new RegisterReader(grid, header, answers, today).read();
  }

  private Read read() {
    Integer name = columns.placeOf(RegisterField.NAME);
    if (name != null) {
      readRows(name);
      askAboutRepeated();
    }
    List<RowResult> results = new ArrayList<>();
    drafts.forEach((draft, group) -> results.add(draft.result(group)));
    return new Read(
        titles,
        reportingUnit(),
        header.firstRow(),
        columns.columns(),
        columns.questions(),
        columns.notKept(),
        results,
        skipped);
  }

  private void readRows(int name) {
    RowSorter sorter =
        new RowSorter(grid, header, titles, name, columns.placeOfState(), passedOver());
    RowReader reader =
        new RowReader(columns.placeOf(RegisterField.UNIT) != null, answers.blankUnits(), today);
    for (SheetRow sheetRow : grid.rows()) {
      int row = sheetRow.number();
      if (row <= header.lastRow()) {
        continue;
      }
      Why why = answers.skippedRows().contains(row) ? Why.SAID_SO : sorter.skipped(row);
      if (why != null) {
        skipped.add(new Skipped(row, why));
        continue;
      }
      Draft draft = new Draft(grid, header, columns, answers, row);
      if (sorter.isSection(row)) {
        String seen = PlainText.tidy(grid.own(row, grid.ownColumns(row).getFirst()).shown());
        draft.ask(Remark.onRow("register.section-row", seen, List.of()));
        drafts.put(draft, nothingIn(row));
      } else {
        take(draft, reader.read(draft));
      }
    }
  }

  private void take(Draft draft, RegisterRow group) {
    if (RegisterTemplate.isUnmarkedExample(group)) {
      skipped.add(new Skipped(group.row(), Why.EXAMPLE));
    } else {
      drafts.put(draft, group);
    }
  }

  /** Two rows of one unit with one name: which of them counts is not ours to say. */
  private void askAboutRepeated() {
    Map<String, List<Draft>> byIdentity = new HashMap<>();
    drafts.forEach((draft, group) -> {
      if (!group.name().isEmpty()) {
        String unit = group.unit() == null ? "" : PlainText.key(group.unit());
        String identity = unit + "\n" + PlainText.key(group.name());
        byIdentity.computeIfAbsent(identity, _ -> new ArrayList<>()).add(draft);
      }
    });
    for (List<Draft> same : byIdentity.values()) {
      if (same.size() > 1) {
        List<String> rows = same.stream().map(draft -> Integer.toString(draft.row())).toList();
        same.forEach(draft -> draft.ask(RegisterField.NAME, "register.same-group-twice", rows));
      }
    }
  }

  private static long height(MergedRegion region) {
    return Math.max(0, Math.min(region.lastRow(), HIGHEST_ROW) - (long) region.firstRow()) + 1;
  }

  private Set<Integer> passedOver() {
    Set<Integer> passedOver = new HashSet<>();
    for (int column = 0; column < grid.width(); column++) {
      if (Headings.isPassedOver(header.headings().get(column))) {
        passedOver.add(column);
      }
    }
    return passedOver;
  }

  private static List<String> titles(Grid grid, Header header) {
    List<String> titles = new ArrayList<>();
    for (SheetRow row : grid.rows()) {
      if (row.number() < header.firstRow()) {
        for (int column : grid.ownColumns(row.number())) {
          titles.add(PlainText.tidy(grid.own(row.number(), column).shown()));
        }
      }
    }
    return titles;
  }

  private @Nullable String reportingUnit() {
    for (String title : titles) {
      Matcher unit = REPORTING_UNIT.matcher(title);
      if (unit.find()) {
        return unit.group(1);
      }
    }
    return null;
  }

  private static RegisterRow nothingIn(int row) {
    return new RegisterRow(
        row, "", null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null);
  }
}
