package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
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
 * @param sorted true when the rows come in the order that was asked for
 * @param overlapping true when two spans may hold the same row
 * @param points of how many leading fields only rows are read that have one of the keys asked for
 * @param ranged whether of the field behind those only rows within the range asked for are read
 */
record Plan(
    List<Span> spans,
    boolean sorted,
    boolean reverse,
    boolean overlapping,
    int points,
    boolean ranged) {

  /** A part of an index, from one key prefix to another. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Span(StoreIndex index, byte[] low, byte[] high) {}

  Iterator<Row> rows() {
    // An array has several entries, and a row beside us may move from behind to ahead.
    boolean mayRepeat = overlapping || spans.stream().anyMatch(span -> !span.index.isPrimary());
    return new Rows(mayRepeat);
  }

  /**
   * What is left to look at in the rows of this plan. A text, or one of several, that the leading
   * field of the index is asked for needs no second look, because no two texts have the same key;
   * nor does a day from which the next field is to be.
   */
  Document residual(Document query) {
    if (points == 0 || overlapping || spans.isEmpty()) {
      return query;
    }
    StoreIndex index = spans.getFirst().index();
    if (index.partialFilter() != null || index.isMultikey()) {
      return query;
    }
    Document rest = Conjunction.withoutText(query, index.paths().getFirst().text());
    return ranged && points == 1
        ? Conjunction.withoutSince(rest, index.paths().get(1).text())
        : rest;
  }

  boolean isPrimary() {
    return spans.stream().allMatch(span -> span.index.isPrimary());
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
