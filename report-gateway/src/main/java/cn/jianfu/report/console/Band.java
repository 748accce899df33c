package cn.jianfu.report.console;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a town stands; always shown as shape, word and colour together. */
enum Band {
  ACTION,
  ATTENTION,
  GOOD,
  NO_DATA;

  /** The word used in addresses, style classes and message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Band> of(@Nullable String key) {
    return Stream.of(values()).filter(band -> band.key().equals(key)).findFirst();
  }
}
