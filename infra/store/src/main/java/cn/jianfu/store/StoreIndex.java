package cn.jianfu.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * An ordered index: key bytes of the fields, then the row's position. Written under its
 * collection's lock, read by anyone at any time; a reader checks the row itself, since an entry may
 * just be moving.
 */
final class StoreIndex extends Index<Row> {
  static final String ID_INDEX = "_id_";

  private final boolean unique;
  private final @Nullable Document partialFilter;
  private final List<FieldPath> paths;
  private final ConcurrentSkipListMap<byte[], Row> entries =
      new ConcurrentSkipListMap<>(Arrays::compareUnsigned);
  private volatile boolean multikey;
  private volatile boolean unsortable;

  StoreIndex(
      String name,
      List<IndexKey> keys,
      boolean unique,
      boolean sparse,
      @Nullable Document partialFilter) {
    super(name, keys, sparse);
    this.unique = unique;
    this.partialFilter = partialFilter;
    this.paths = keys.stream().map(key -> FieldPath.of(key.getKey())).toList();
  }

  List<FieldPath> paths() {
    return paths;
  }

  boolean isDescending(int component) {
    return !getKeys().get(component).isAscending();
  }

  boolean isPrimary() {
    return getName().equals(ID_INDEX);
  }

  /** True once any document had an array under one of the paths. */
  boolean isMultikey() {
    return multikey;
  }

  /** True while reading the entries in order gives the documents in order. */
  boolean givesOrder() {
    return !multikey && !unsortable;
  }

  /** Whether such an update can move a document's entries, or bring them in or out. */
  boolean mayChangeWith(PlainUpdate update) {
    return paths.stream().anyMatch(path -> update.touches(path.segments().getFirst()))
        || (partialFilter != null
            && partialFilter.keySet().stream()
                .anyMatch(name -> name.startsWith("$") || update.touches(name.split("\\.", 2)[0])));
  }

  boolean leavesOutAbsent() {
    return isSparse();
  }

  @Nullable Document partialFilter() {
    return partialFilter;
  }

  /** The rows whose key lies between two prefixes, both included. */
  Iterator<Row> rows(byte[] low, byte[] high, boolean reverse) {
    byte[] end = KeyBytes.after(high);
    if (end != null && Arrays.compareUnsigned(low, end) >= 0) {
      return Collections.emptyIterator();
    }
    NavigableMap<byte[], Row> range =
        end == null ? entries.tailMap(low, true) : entries.subMap(low, true, end, false);
    return (reverse ? range.descendingMap() : range).values().iterator();
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Row> collection) {
    // Of a compound key, making it may already be an error.
    if (unique || paths.size() > 1) {
      for (byte[] key : keysOf(document)) {
        refuseIfTaken(key, document, collection);
      }
    }
  }

  @Override
  public void add(Document document, Row row, MongoCollection<Row> collection) {
    for (byte[] key : keysOf(document)) {
      entries.put(entry(key, row), row);
    }
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Row> collection) {
    if (isPrimary() || (!unique && paths.size() == 1)) {
      return;
    }
    NavigableSet<byte[]> kept = keysOf(before);
    for (byte[] key : keysOf(after)) {
      if (!kept.contains(key)) {
        refuseIfTaken(key, after, collection);
      }
    }
  }

  /** New entries come before the old ones go, so that a reader beside us finds the row. */
  @Override
  public void updateInPlace(
      Document before, Document after, Row row, MongoCollection<Row> collection) {
    if (isPrimary()) {
      return;
    }
    NavigableSet<byte[]> oldKeys = keysOf(before);
    NavigableSet<byte[]> newKeys = keysOf(after);
    for (byte[] key : newKeys) {
      if (!oldKeys.contains(key)) {
        entries.put(entry(key, row), row);
      }
    }
    for (byte[] key : oldKeys) {
      if (!newKeys.contains(key)) {
        entries.remove(entry(key, row));
      }
    }
  }

  void remove(Document document, Row row) {
    for (byte[] key : keysOf(document)) {
      entries.remove(entry(key, row));
    }
  }

  @Override
  public @Nullable Row remove(Document document) {
    throw new UnsupportedOperationException("rows are removed by their collection");
  }

  /** Only the primary index knows which row a document is. */
  @Override
  public @Nullable Row getPosition(Document document) {
    return isPrimary() ? holderOf(keysOf(document).first()) : null;
  }

  private @Nullable Row holderOf(byte[] key) {
    Iterator<Row> rows = rows(key, key, false);
    return rows.hasNext() ? rows.next() : null;
  }

  private void refuseIfTaken(byte[] key, Document document, MongoCollection<Row> collection) {
    if (unique && holderOf(key) != null) {
      List<@Nullable Object> values = new ArrayList<>();
      for (FieldPath path : paths) {
        Object value = path.in(document);
        values.add(value instanceof Missing ? null : value);
      }
      throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
    }
  }

  private static byte[] entry(byte[] key, Row row) {
    return new KeyBytes(key.length + Long.BYTES).raw(key).sortable(row.position).toBytes();
  }

  private NavigableSet<byte[]> keysOf(Document document) {
    NavigableSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
    if (!covers(document)) {
      return keys;
    }
    List<@Nullable Object> values = new ArrayList<>(paths.size());
    int several = -1;
    for (int i = 0; i < paths.size(); i++) {
      Object value = paths.get(i).in(document);
      values.add(value);
      if (value instanceof Collection<?>) {
        if (several >= 0) {
          throw new CannotIndexParallelArraysError(
              List.of(paths.get(several).text(), paths.get(i).text()));
        }
        several = i;
      }
    }
    if (several < 0) {
      keys.add(keyOf(values));
      return keys;
    }
    multikey = true;
    Collection<?> elements = (Collection<?>) Objects.requireNonNull(values.get(several));
    for (Object element : elements) {
      values.set(several, element);
      keys.add(keyOf(values));
    }
    if (elements.isEmpty()) {
      values.set(several, null);
      keys.add(keyOf(values));
    }
    return keys;
  }

  private boolean covers(Document document) {
    if (isSparse() && paths.stream().allMatch(path -> isAbsent(path.in(document)))) {
      return false;
    }
    // A matcher of our own: the one of the library remembers where it matched.
    return partialFilter == null || new DefaultQueryMatcher().matches(document, partialFilter);
  }

  private static boolean isAbsent(@Nullable Object value) {
    return value instanceof Missing
        || (value instanceof Collection<?> elements
            && elements.stream().allMatch(Missing.class::isInstance));
  }

  private byte[] keyOf(List<@Nullable Object> values) {
    KeyBytes key = new KeyBytes(32 * values.size());
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      unsortable |= !KeyBytes.isSortable(value);
      if (isDescending(i)) {
        key.raw(KeyBytes.inverted(KeyBytes.of(value)));
      } else {
        key.value(value);
      }
    }
    return key.toBytes();
  }

  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Row> getPositions(Document query) {
    throw new UnsupportedOperationException("queries are planned by the collection");
  }

  @Override
  public long getCount() {
    return entries.size();
  }

  @Override
  public long getDataSize() {
    return entries.keySet().stream().mapToLong(key -> key.length).sum();
  }

  @Override
  public boolean isUnique() {
    return unique;
  }

  @Override
  public boolean hasSameOptions(Index<?> other) {
    return other instanceof StoreIndex index
        && unique == index.unique
        && isSparse() == index.isSparse()
        && Objects.equals(partialFilter, index.partialFilter)
        && toIndexDescription().equals(index.toIndexDescription());
  }

  @Override
  public void drop() {
    entries.clear();
  }
}
