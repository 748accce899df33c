package cn.jianfu.web.imports;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads XLSX. */
final class XlsxReader {

  private final FileLimits limits;

  XlsxReader(FileLimits limits) {
    this.limits = limits;
  }

  Sheet read(byte[] file, @Nullable String wanted) {
    try {
      var parts = new ZipGuard(limits).inspect(file);
      var options = new ReadingOptions(true, true);
      try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), options)) {
        return read(workbook, wanted, parts);
      }
    } catch (IOException | XMLStreamException | ExcelReaderException e) {
      throw unreadable(e);
    } catch (ProblemException e) {
      throw e;
    } catch (RuntimeException e) {
      // The library meets malformed files with whatever happens: null, index, number format.
      throw unreadable(e);
    }
  }

  private Sheet read(ReadableWorkbook workbook, @Nullable String wanted, Map<String, XmlPart> parts)
      throws IOException {
    var all = workbook.getSheets().toList();
    var visible = all.stream().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList();
    var sheet =
        (wanted == null ? visible.stream() : all.stream().filter(s -> s.getName().equals(wanted)))
            .findFirst()
            .orElseThrow(() -> FileProblems.of(FileProblems.NO_SUCH_SHEET));
    var others =
        visible.stream()
            .filter(s -> s.getIndex() != sheet.getIndex())
            .map(org.dhatim.fastexcel.reader.Sheet::getName)
            .toList();
    return new Sheet(
        sheet.getName(),
        rows(sheet, new CellReader(limits, workbook.isDate1904())),
        mergedOf(sheet.getId(), parts),
        others);
  }

  private List<SheetRow> rows(org.dhatim.fastexcel.reader.Sheet sheet, CellReader cells)
      throws IOException {
    var rows = new ArrayList<SheetRow>();
    try (var stream = sheet.openStream()) {
      for (Row row : (Iterable<Row>) stream::iterator) {
        var read = new SheetRow(row.getRowNum(), row.isHidden(), cells.read(row));
        if (!read.isBlank()) {
          rows.add(read);
        }
        if (rows.size() > limits.rows()) {
          throw FileProblems.tooLarge("file-rows", limits.rows());
        }
      }
    }
    return List.copyOf(rows);
  }

  private static List<MergedRegion> mergedOf(@Nullable String id, Map<String, XmlPart> parts) {
    var relations = parts.get("xl/_rels/workbook.xml.rels");
    var target = relations == null || id == null ? null : relations.relations().get(id);
    if (target == null) {
      return List.of();
    }
    var part = parts.get(target.startsWith("/") ? target.substring(1) : "xl/" + target);
    return part == null ? List.of() : List.copyOf(part.merged());
  }

  private static ProblemException unreadable(Exception why) {
    return new ProblemException(Problem.of(FileProblems.UNREADABLE), why);
  }
}
