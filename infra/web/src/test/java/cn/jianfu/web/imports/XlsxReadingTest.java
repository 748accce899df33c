package cn.jianfu.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.problem.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class XlsxReadingTest {

  private final SheetReader reader = new SheetReader(FileLimits.defaults());

  @Test
  void cellsKeepWhatTheyAre() {
    var sheet =
        reader.read(
            xlsx(s -> {
              s.value(0, 0, "工作群登记表");
              s.range(0, 0, 0, 3).merge();
              s.value(2, 0, " ２０２６.3.1 ");
              s.value(2, 1, 12.5);
              s.value(2, 2, LocalDate.of(2026, 3, 1));
              s.style(2, 2).format("yyyy\"年\"m\"月\"d\"日\"").set();
              s.value(2, 3, true);
              s.value(2, 5, "end");
              s.value(3, 0, "   ");
              s.value(4, 0, "hidden");
              s.hideRow(4);
            }),
            null);

    assertThat(sheet.rows()).extracting(SheetRow::number).containsExactly(1, 3, 5);
    assertThat(sheet.rows().get(1).cells())
        .containsExactly(
            new SheetCell.Text(" ２０２６.3.1 "),
            new SheetCell.Numeric(new BigDecimal("12.5"), false),
            new SheetCell.Numeric(new BigDecimal("46082"), true),
            new SheetCell.Truth(true),
            new SheetCell.Blank(),
            new SheetCell.Text("end"));
    assertThat(sheet.rows().get(2).hidden()).isTrue();
    assertThat(sheet.merged()).containsExactly(new MergedRegion(1, 0, 1, 3));
  }

  @Test
  void aSheetIsChosenByNameAndHiddenOnesAreNotTakenByThemselves() {
    var file =
        workbook(workbook -> {
          var hidden = workbook.newWorksheet("lists");
          hidden.value(0, 0, "x");
          hidden.setVisibilityState(VisibilityState.HIDDEN);
          workbook.newWorksheet("工作群").value(0, 0, "first");
          workbook.newWorksheet("报表").value(0, 0, "second");
        });

    assertThat(reader.read(file, null).name()).isEqualTo("工作群");
    assertThat(reader.read(file, null).others()).containsExactly("报表");
    assertThat(reader.read(file, "报表").rows().getFirst().cell(0))
        .isEqualTo(new SheetCell.Text("second"));
    declined(file, "nothing", FileProblems.NO_SUCH_SHEET);
  }

  @Test
  void formulasGiveTheirLastResult() {
    var file =
        rewritten(
            xlsx(s -> s.value(0, 0, 1)),
            "xl/worksheets/sheet1.xml",
            _ ->
                sheetXml(
                    "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"str\"><f>T(1)</f><v>名</v></c>"
                        + "<c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                        + "<c r=\"D1\"><v>1E999999999</v></c><c r=\"E1\"><v>1E2</v></c></row>"));

    assertThat(reader.read(file, null).rows().getFirst().cells())
        .containsExactly(
            new SheetCell.Numeric(new BigDecimal("2"), false),
            new SheetCell.Text("名"),
            new SheetCell.Failed("#DIV/0!"),
            new SheetCell.Failed("#NUM!"),
            new SheetCell.Numeric(new BigDecimal("100"), false));
  }

  @Test
  void aBombIsNotUnpacked() {
    var bomb = zip(Map.of("xl/workbook.xml", "<a/>", "xl/big.bin", "0".repeat(30_000_000)));
    declined(bomb, null, FileProblems.SUSPICIOUS);
    var many = new java.util.HashMap<String, String>();
    for (int i = 0; i < 600; i++) {
      many.put("part" + i + ".txt", "x");
    }
    declined(zip(many), null, FileProblems.SUSPICIOUS);
  }

  @Test
  void documentTypesAndEntitiesAreRefusedInEveryPart() {
    var doctype = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
    for (var part :
        List.of(
            "xl/worksheets/sheet1.xml",
            "xl/workbook.xml",
            "xl/styles.xml",
            "xl/_rels/workbook.xml.rels")) {
      var file =
          rewritten(
              xlsx(s -> s.value(0, 0, "a")),
              part,
              xml ->
                  xml.replaceFirst(
                      "\\?>", "?>" + java.util.regex.Matcher.quoteReplacement(doctype)));
      declined(file, null, FileProblems.SUSPICIOUS);
    }
  }

  @Test
  void limitsOfRowsColumnsTextAndSizeHold() {
    var small =
        new FileLimits(DataSize.ofKilobytes(20), DataSize.ofMegabytes(1), 100, 50, 3, 4, 10);
    var limited = new SheetReader(small);
    assertDeclined(limited, xlsx(s -> fill(s, 4, 1)), FileProblems.TOO_LARGE);
    assertDeclined(limited, xlsx(s -> fill(s, 1, 5)), FileProblems.TOO_LARGE);
    assertDeclined(limited, xlsx(s -> s.value(0, 0, "12345678901")), FileProblems.TOO_LARGE);
    assertDeclined(limited, new byte[30_000], FileProblems.TOO_LARGE);
    assertThat(limited.read(xlsx(s -> fill(s, 3, 4)), null).rows()).hasSize(3);
  }

  @Test
  void whatIsNoSpreadsheetIsDeclined() {
    declined(new byte[0], null, FileProblems.EMPTY);
    declined(
        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, null, FileProblems.OLD_FORMAT);
    declined(new byte[] {'P', 'K', 3, 4, 9, 9}, null, FileProblems.UNREADABLE);
    declined(zip(Map.of("a.txt", "no workbook")), null, FileProblems.UNREADABLE);
    declined(
        rewritten(
            xlsx(s -> s.value(0, 0, "a")), "xl/worksheets/sheet1.xml", _ -> "<worksheet><row"),
        null,
        FileProblems.UNREADABLE);
    declined(
        rewritten(
            xlsx(s -> s.value(0, 0, "a")),
            "xl/worksheets/sheet1.xml",
            _ -> sheetXml("<row r=\"x\"><c r=\"??\" t=\"s\"><v>99</v></c></row>")),
        null,
        FileProblems.UNREADABLE);
  }

  @Test
  void damagedFilesAreNeverAFaultOfOurs() {
    var good = xlsx(s -> fill(s, 20, 5));
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      var damaged = good.clone();
      for (int k = 0; k < 3; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        reader.read(damaged, null);
      } catch (ProblemException e) {
        assertThat(e.problem().type().status()).isBetween(400, 499);
      }
    }
  }

  @Test
  void aPartPackedInAWayThatNoSpreadsheetUsesIsDeclined() {
    var file = xlsx(s -> s.value(0, 0, "a"));
    for (int i = 0; i + 10 < file.length; i++) {
      // PK 1 2 begins an entry of the directory; the method stands ten bytes on; 93 is Zstandard.
      if (file[i] == 'P' && file[i + 1] == 'K' && file[i + 2] == 1 && file[i + 3] == 2) {
        file[i + 10] = 93;
      }
    }

    declined(file, null, FileProblems.UNREADABLE);
  }

  private void declined(
      byte[] file, @org.jspecify.annotations.Nullable String sheet, ProblemType why) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> reader.read(file, sheet))
        .satisfies(e -> assertThat(e.problem().type()).isEqualTo(why));
  }

  private static void assertDeclined(SheetReader reader, byte[] file, ProblemType why) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> reader.read(file, null))
        .satisfies(e -> assertThat(e.problem().type()).isEqualTo(why));
  }

  private static void fill(Worksheet sheet, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        sheet.value(r, c, "v" + r + c);
      }
    }
  }

  private static String sheetXml(String rows) {
    return "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        + rows
        + "</sheetData></worksheet>";
  }

  static byte[] xlsx(Consumer<Worksheet> content) {
    return workbook(workbook -> content.accept(workbook.newWorksheet("表一")));
  }

  private static byte[] workbook(Consumer<Workbook> content) {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      content.accept(workbook);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static ZipFile opened(byte[] file) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
  }

  private static byte[] zip(Map<String, String> parts) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] rewritten(byte[] file, String name, UnaryOperator<String> change) {
    var parts = new java.util.LinkedHashMap<String, String>();
    try (var zip = opened(file)) {
      for (var entry : Collections.list(zip.getEntries())) {
        var content = zip.getInputStream(entry).readAllBytes();
        parts.put(entry.getName(), new String(content, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertThat(parts).containsKey(name);
    parts.computeIfPresent(name, (_, xml) -> change.apply(xml));
    return zip(parts);
  }
}
