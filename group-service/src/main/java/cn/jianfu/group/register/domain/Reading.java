package cn.jianfu.group.register.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cell was read as. */
sealed interface Reading<T> {

  /** A value, or none. */
  record Clear<T>(@Nullable T value) implements Reading<T> {}

  record Unclear<T>(String code, List<String> choices) implements Reading<T> {}

  record Wrong<T>(String code) implements Reading<T> {}

  static <T> Reading<T> nothing() {
    return new Clear<>(null);
  }

  static <T> Reading<T> clear(T value) {
    return new Clear<>(value);
  }

  static <T> Reading<T> unclear(String code, String... choices) {
    return new Unclear<>(code, List.of(choices));
  }

  static <T> Reading<T> wrong(String code) {
    return new Wrong<>(code);
  }
}
