package cn.jianfu.report.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day that an address names; one that cannot be read means today. */
final class AsOf {

  private AsOf() {}

  static @Nullable LocalDate read(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
