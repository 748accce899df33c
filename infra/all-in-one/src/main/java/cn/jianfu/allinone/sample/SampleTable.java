package cn.jianfu.allinone.sample;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The tables of the sample, as resources of this package. */
final class SampleTable {

  private static final CSVFormat WITH_HEADINGS =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private SampleTable() {}

  static List<CSVRecord> rows(String name) {
    var resource = SampleTable.class.getResourceAsStream("/sample/" + name);
    if (resource == null) {
      throw new IllegalStateException("The sample has no table " + name);
    }
    try (var reader = new InputStreamReader(resource, java.nio.charset.StandardCharsets.UTF_8);
        var parser = WITH_HEADINGS.parse(reader)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
