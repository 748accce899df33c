package cn.jianfu.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilesToDownloadTest {

  private final SheetReader reader = new SheetReader(FileLimits.defaults());

  @Test
  void aTemplateCanBeReadBack() {
    var file =
        TemplateFile.write(
            "工作群",
            List.of(
                new TemplateColumn("群名称", "与平台上一致", true, 30, List.of()),
                new TemplateColumn("平台", "", true, 12, List.of("微信", "钉钉"))),
            List.of(List.of("示例群", "微信")));

    var sheet = reader.read(file, null);

    assertThat(sheet.others()).isEmpty();
    assertThat(sheet.rows()).hasSize(2);
    assertThat(sheet.rows().getFirst().cells())
        .containsExactly(new SheetCell.Text("群名称"), new SheetCell.Text("平台"));
  }

  @Test
  void aCorrectionFileHasTheOriginalRowsAndSaysWhatIsWrong() {
    var original =
        new Sheet(
            "登记表",
            List.of(
                row(1, new SheetCell.Text("工作群登记表")),
                row(2, new SheetCell.Text("群名称"), new SheetCell.Text("建群日期")),
                row(3, new SheetCell.Text("防汛群"), number("46082", true)),
                row(5, new SheetCell.Text("=cmd()"), number("7", false))),
            List.of(new MergedRegion(1, 0, 1, 1)),
            List.of());
    var results =
        List.of(
            RowResult.accepted(3),
            RowResult.declined(
                5,
                List.of(
                    new RowFinding(1, "not-a-date", Map.of()),
                    new RowFinding(null, "unknown-group", Map.of()))));

    var file = CorrectionFile.write(original, results, 2, "需要更正", RowFinding::code);
    var sheet = reader.read(file, null);

    assertThat(sheet.rows()).extracting(SheetRow::number).containsExactly(1, 2, 3, 5);
    assertThat(sheet.rows().get(1).cell(2)).isEqualTo(new SheetCell.Text("需要更正"));
    assertThat(sheet.rows().get(2).cells())
        .containsExactly(new SheetCell.Text("防汛群"), number("46082", true));
    assertThat(sheet.rows().get(3).cells())
        .containsExactly(
            new SheetCell.Text("=cmd()"),
            number("7", false),
            new SheetCell.Text("not-a-date；unknown-group"));
    assertThat(sheet.merged()).isEqualTo(original.merged());
  }

  @Test
  void columnsAreNamedAsPeopleSeeThem() {
    assertThat(Columns.lettersOf(0)).isEqualTo("A");
    assertThat(Columns.lettersOf(25)).isEqualTo("Z");
    assertThat(Columns.lettersOf(26)).isEqualTo("AA");
    assertThat(Columns.lettersOf(701)).isEqualTo("ZZ");
    assertThat(Columns.lettersOf(702)).isEqualTo("AAA");
  }

  @Test
  void anAtomicImportAppliesNothingWhenOneRowIsDeclined() {
    var mixed =
        List.of(
            RowResult.accepted(2), RowResult.declined(3, List.of()), RowResult.asked(4, List.of()));

    assertThat(ImportReport.applies(new ImportMode(false, false), mixed)).isTrue();
    assertThat(ImportReport.applies(new ImportMode(false, true), mixed)).isFalse();
    assertThat(ImportReport.applies(new ImportMode(true, false), mixed)).isFalse();
    assertThat(ImportReport.applies(new ImportMode(false, true), List.of(RowResult.accepted(2))))
        .isTrue();
  }

  private static SheetRow row(int number, SheetCell... cells) {
    return new SheetRow(number, false, List.of(cells));
  }

  private static SheetCell number(String value, boolean date) {
    return new SheetCell.Numeric(new BigDecimal(value), date);
  }
}
