package cn.jianfu.web.imports;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV in the encodings and with the separators that spreadsheet programs write. */
final class CsvReader {

  private final FileLimits limits;

  CsvReader(FileLimits limits) {
    this.limits = limits;
  }

  Sheet read(byte[] file) {
    var text = TextDecoding.decode(file);
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(Delimiters.of(text))
            .setIgnoreEmptyLines(false)
            .get();
    try (var parser = format.parse(new StringReader(text))) {
      var rows = new ArrayList<SheetRow>();
      for (var record : parser) {
        var cells = cells(record);
        if (!cells.isEmpty()) {
          rows.add(new SheetRow((int) parser.getRecordNumber(), false, cells));
        }
        if (rows.size() > limits.rows()) {
          throw FileProblems.tooLarge("file-rows", limits.rows());
        }
      }
      return new Sheet("CSV", List.copyOf(rows), List.of(), List.of());
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new ProblemException(Problem.of(FileProblems.UNREADABLE), e);
    }
  }

  private List<SheetCell> cells(CSVRecord record) {
    var cells = new ArrayList<SheetCell>();
    int used = 0;
    for (var value : record) {
      var cell = TextCells.of(value, limits);
      cells.add(cell);
      if (!(cell instanceof SheetCell.Blank)) {
        used = cells.size();
      }
      if (used > limits.columns()) {
        throw FileProblems.tooLarge("file-columns", limits.columns());
      }
    }
    return List.copyOf(cells.subList(0, used));
  }
}
