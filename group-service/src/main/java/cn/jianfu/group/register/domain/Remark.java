package cn.jianfu.group.register.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a sheet that is asked about or refused.
 *
 * @param column letter of the column; empty for a whole row
 * @param heading of the column as written; empty for a whole row
 * @param code a stable word such as {@code register.date-without-day}
 * @param seen the text that is meant
 * @param choices readings to choose from; none when only a person can tell
 */
public record Remark(
    String column,
    String heading,
    @Nullable RegisterField field,
    String code,
    String seen,
    List<String> choices) {

  public Remark {
    choices = List.copyOf(choices);
  }

  static Remark onRow(String code, String seen, List<String> choices) {
    return new Remark("", "", null, code, seen, choices);
  }
}
