package cn.jianfu.group.register;

import cn.jianfu.web.imports.ImportReport;
import cn.jianfu.web.imports.RowResult;
import cn.jianfu.web.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The undo of an import as it is kept: who asked for it, and what was decided of each row.
 *
 * @param issuer of the caller, with {@code subject}, {@code roles} and {@code unit}
 * @param results of the rows that had changed something
 * @param language of the words in the report
 * @param report as it was answered
 */
record ImportUndo(
    Instant at,
    String issuer,
    String subject,
    Set<String> roles,
    String unit,
    List<RowResult> results,
    String language,
    ImportReport report) {

  Caller caller() {
    return new Caller(issuer, subject, roles, unit, null);
  }

  ImportUndo reporting(ImportReport now) {
    return new ImportUndo(at, issuer, subject, roles, unit, results, language, now);
  }
}
