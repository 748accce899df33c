package cn.jianfu.report.console;

import cn.jianfu.report.group.PastImport;
import java.time.Instant;
import java.util.List;

/**
 * What was imported before, the latest first.
 *
 * @param known whether that could be had
 */
record PastImports(boolean known, List<Row> rows) {

  /** One of them, at {@code /register/import/} and its id. */
  record Row(String id, String state, Instant at, Words unit, int created, int changed) {}

  static PastImports unknown() {
    return new PastImports(false, List.of());
  }

  static PastImports of(List<PastImport> imports, Names names) {
    return new PastImports(
        true,
        imports.stream()
            .map(it ->
                new Row(
                    it.id(),
                    it.state(),
                    it.at(),
                    names.unit(it.unit()),
                    it.created(),
                    it.changed()))
            .toList());
  }
}
