package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which index entries can hold the answer.
 *
 * @param spans what to read, one after another
 * @param overlapping true when two spans may hold the same row
 * @param sorted true when the rows come in the order that was asked for
 */
record Plan(List<Span> spans, boolean sorted, boolean reverse, boolean overlapping) {

  /** A part of an index, from one key prefix to another. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Span(StoreIndex index, byte[] low, byte[] high) {}

  Iterator<Row> rows() {
    // An array has several entries, and a row beside us may move from behind to ahead.
    boolean mayRepeat = overlapping || spans.stream().anyMatch(span -> !span.index.isPrimary());
    return new Rows(mayRepeat);
  }

  /**
   * Whether every row of the plan matches, so that nobody need look: the query asks for one field
   * that leads the index, and for strings, of which no two have the same key.
   */
  boolean decides(Document query) {
    if (overlapping || query.size() != 1 || spans.isEmpty()) {
      return false;
    }
    var asked = query.entrySet().iterator().next();
    StoreIndex index = spans.getFirst().index();
    return asked.getKey().indexOf('.') < 0
        && index.paths().getFirst().text().equals(asked.getKey())
        && index.partialFilter() == null
        && isText(asked.getValue());
  }

  private static boolean isText(@Nullable Object value) {
    return switch (value) {
      case String _ -> true;
      case Document operators ->
          operators.size() == 1
              && operators.get("$in") instanceof Collection<?> all
              && all.stream().allMatch(String.class::isInstance);
      case null, default -> false;
    };
  }

  private final class Rows implements Iterator<Row> {
    private final Iterator<Span> rest = (reverse ? spans.reversed() : spans).iterator();
    private final @Nullable Set<Row> seen;
    private Iterator<Row> current = Collections.emptyIterator();
    private @Nullable Row next;

    Rows(boolean mayRepeat) {
      seen = mayRepeat ? Collections.newSetFromMap(new IdentityHashMap<>()) : null;
    }

    @Override
    public boolean hasNext() {
      while (next == null) {
        if (current.hasNext()) {
          Row row = current.next();
          next = seen == null || seen.add(row) ? row : null;
        } else if (rest.hasNext()) {
          Span span = rest.next();
          current = span.index.rows(span.low, span.high, reverse);
        } else {
          return false;
        }
      }
      return true;
    }

    @Override
    public Row next() {
      Row row = hasNext() ? next : null;
      if (row == null) {
        throw new NoSuchElementException();
      }
      next = null;
      return row;
    }
  }
}
