package cn.jianfu.group.register;

import cn.jianfu.web.imports.RowOutcome;
import cn.jianfu.web.imports.RowResult;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the rows that stand come to, or would come to: those that are not asked about and not
 * declined.
 *
 * @param created rows whose group nobody had declared
 * @param changed rows that say something else than what is known of their group
 * @param decided rows by which it is decided what becomes of their group; they are among the two
 * @param skipped examples
 */
record ImportedRows(
    int created, int changed, int unchanged, int decided, int skipped, List<Row> rows) {

  /**
   * One row.
   *
   * @param row as people see it, from 1
   * @param decision absent when nothing is decided by it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(int row, String groupId, String name, Effect effect, @Nullable String decision) {}

  enum Effect {
    CREATED,
    CHANGED,
    UNCHANGED
  }

  static ImportedRows of(ImportRecord record) {
    Map<Integer, RowResult> results =
        record.results().stream()
            .collect(Collectors.toMap(RowResult::row, Function.identity(), (first, _) -> first));
    List<Row> rows = new ArrayList<>();
    for (PlannedRow planned : record.plan()) {
      RowResult result = results.get(planned.row());
      if (result != null && stands(result)) {
        rows.add(row(planned, result));
      }
    }
    return new ImportedRows(
        count(rows, Effect.CREATED),
        count(rows, Effect.CHANGED),
        count(rows, Effect.UNCHANGED),
        (int) rows.stream().filter(row -> row.decision() != null).count(),
        (int) record.results().stream().filter(it -> it.outcome() == RowOutcome.SKIPPED).count(),
        List.copyOf(rows));
  }

  private static boolean stands(RowResult result) {
    return result.outcome() == RowOutcome.ACCEPTED || result.outcome() == RowOutcome.UNCHANGED;
  }

  private static Row row(PlannedRow planned, RowResult result) {
    boolean decides = planned.decision() != null && !DecisionNotes.isIn(result);
    return new Row(
        planned.row(),
        planned.groupId(),
        planned.declaration().name(),
        effect(planned, result),
        planned.decision() != null && decides ? planned.decision().kind().name() : null);
  }

  private static Effect effect(PlannedRow planned, RowResult result) {
    if (result.outcome() == RowOutcome.UNCHANGED) {
      return Effect.UNCHANGED;
    }
    return planned.isOfNew() ? Effect.CREATED : Effect.CHANGED;
  }

  private static int count(List<Row> rows, Effect effect) {
    return (int) rows.stream().filter(row -> row.effect() == effect).count();
  }
}
