package cn.jianfu.report.fact;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What texts say, one object for each text as far as they come again soon: hundreds of thousands of
 * counted days are of the same few dates, and most of them are silent or have one demand.
 *
 * @param <T> immutable, because many hold it
 */
final class Shared<T> {

  private static final int PLACES = 1024;

  /** By the text's hash; of two that share a place the later one has it. */
  private final @Nullable Known<?>[] known = new Known<?>[PLACES];

  private final Function<String, T> read;

  /** What a text says. Threads that race read it twice, which does no harm. */
  private record Known<T>(String text, T value) {}

  Shared(Function<String, T> read) {
    this.read = read;
  }

  /** What the text says; whatever reading throws is thrown. */
  @SuppressWarnings("unchecked") // Nothing but what this reads is put there.
  T of(String text) {
    int hash = text.hashCode();
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    Known<T> before = (Known<T>) known[place];
    if (before != null && before.text().equals(text)) {
      return before.value();
    }
    T value = read.apply(text);
    known[place] = new Known<>(text, value);
    return value;
  }
}
