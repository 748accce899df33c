package cn.jianfu.web.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about a row.
 *
 * @param column from 0; null when the whole row is meant
 * @param code stable word, with its text in the bundles under {@code code.<code>}
 * @param values fill the placeholders of the text
 * @param answers of a question, those that there are; empty where anything may be answered
 */
public record RowFinding(
    @Nullable Integer column, String code, Map<String, ?> values, List<RowAnswer> answers) {

  public RowFinding {
    // Kept by a version that knew of no answers.
    answers = answers == null ? List.of() : List.copyOf(answers);
  }

  public RowFinding(@Nullable Integer column, String code, Map<String, ?> values) {
    this(column, code, values, List.of());
  }
}
