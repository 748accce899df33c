package cn.jianfu.group.register;

import cn.jianfu.group.register.domain.RegisterReading;
import cn.jianfu.web.problem.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is to be known about a column as a whole, said once and not in every row.
 *
 * @param column letters as people see them
 * @param message why nothing of what it says is kept, in the language of the report
 */
record ColumnNote(String column, String heading, String code, String message) {

  static List<ColumnNote> of(RegisterReading.Read reading, Problems texts, Locale locale) {
    return reading.notKept().stream().map(column -> of(column, texts, locale)).toList();
  }

  private static ColumnNote of(RegisterReading.NotKept column, Problems texts, Locale locale) {
    String code = "register.not-kept-" + column.field().name().toLowerCase(Locale.ROOT);
    return new ColumnNote(
        column.letter(), column.heading(), code, texts.message(code, Map.of(), locale));
  }
}
