package cn.jianfu.group.register;

import cn.jianfu.contracts.group.PushesCountedV1;
import cn.jianfu.group.pushes.PushCounter;
import cn.jianfu.web.imports.RowFinding;
import cn.jianfu.web.imports.RowResult;
import cn.jianfu.web.intake.IntakeAnswer;
import cn.jianfu.web.intake.SentEvent;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of registers beside what systems push: what became of them, and why some were not
 * taken, in words that name no cell. Rows that list nothing are not counted.
 */
final class RegisterArrivals {

  static final ProblemType ROW = new ProblemType("group.register-row", 422);

  private static final String TYPE = "POST imports";
  private static final String CELL = "…";

  private final PushCounter pushes;

  RegisterArrivals(PushCounter pushes) {
    this.pushes = pushes;
  }

  /**
   * Counts an import that somebody meant.
   *
   * @param stored whether what was accepted is stored; of an import of all or nothing it may not be
   */
  void count(ImportRecord record, List<RowResult> results, boolean stored) {
    for (RowResult row : results) {
      IntakeAnswer answer = answer(row, stored);
      if (answer != null) {
        pushes.count(
            record.unit(), PushesCountedV1.REGISTERS, new Row(record.id(), row.row()), answer);
      }
    }
  }

  private static @Nullable IntakeAnswer answer(RowResult row, boolean stored) {
    return switch (row.outcome()) {
      case ACCEPTED -> stored ? IntakeAnswer.accepted() : null;
      case UNCHANGED -> stored ? IntakeAnswer.unchanged() : null;
      // Whoever leaves a question open has not had the row taken.
      case DECLINED, ASKED -> IntakeAnswer.declined(why(row));
      case SKIPPED -> null;
    };
  }

  private static Problem why(RowResult row) {
    Problem problem = Problem.of(ROW);
    return row.findings().isEmpty() ? problem : because(problem, row.findings().getFirst());
  }

  private static Problem because(Problem problem, RowFinding why) {
    Map<String, String> hidden =
        why.values().keySet().stream().collect(Collectors.toMap(name -> name, _ -> CELL));
    return problem.at("", why.code(), hidden);
  }

  /** A row, by the import and its number as people see it. */
  private record Row(String imported, int row) implements SentEvent {

    @Override
    public String id() {
      return imported + "/" + row;
    }

    @Override
    public @Nullable String source() {
      return null;
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public @Nullable String subject() {
      return null;
    }

    @Override
    public @Nullable Instant time() {
      return null;
    }
  }
}
