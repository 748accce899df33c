package cn.jianfu.store;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A collection's rows in the order in which they were inserted; one writes, and many read. */
final class StoredRows {

  /** A row as it is at one moment. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Now(long position, byte[] content) {}

  private final ConcurrentSkipListMap<Long, Row> rows = new ConcurrentSkipListMap<>();
  private long nextPosition;

  StoredRows(Map<Long, byte[]> recovered) {
    recovered.forEach((position, content) -> rows.put(position, new Row(position, content)));
    nextPosition = rows.isEmpty() ? 0 : rows.lastKey() + 1;
  }

  Row add(byte[] content) {
    Row row = new Row(nextPosition, content);
    nextPosition++;
    rows.put(row.position, row);
    return row;
  }

  void remove(Row row) {
    rows.remove(row.position);
    row.content = null;
  }

  void clear() {
    rows.clear();
  }

  int size() {
    return rows.size();
  }

  Stream<Row> stream() {
    return rows.values().stream();
  }

  Iterator<Row> all(boolean backwards) {
    return (backwards ? rows.descendingMap() : rows).values().iterator();
  }

  /** Each row as it is when it is reached. */
  Stream<Now> now() {
    return stream()
        .mapMulti((Row row, Consumer<Now> there) -> {
          byte[] content = row.content;
          if (content != null) {
            there.accept(new Now(row.position, content));
          }
        });
  }

  long bytes() {
    return now().mapToLong(row -> row.content().length).sum();
  }

  /** What is in these rows when they are reached. */
  static Stream<byte[]> contents(Iterator<Row> rows) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
        .map(row -> row.content)
        .filter(Objects::nonNull);
  }
}
