package cn.jianfu.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Updates that are plain, done by the one who may write.
 *
 * @param put takes the new content of a row
 */
record PlainWrites(
    StoreCollection collection, List<StoreIndex> indexes, BiConsumer<Row, byte[]> put) {

  private static final QueryMatcher MATCHER = new DefaultQueryMatcher();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Change(Row row, byte[] content, Document after) {}

  /** What was done; null when the library has to do it, and then nothing has changed. */
  @Nullable Document update(
      PlainUpdate update, Document selector, boolean isMulti, boolean isUpsert) {
    Plan plan = Planner.plan(indexes, selector, null);
    if (plan == null) {
      return null;
    }
    Document residual = plan.residual(selector);
    List<Change> changes = new ArrayList<>();
    for (Iterator<Row> rows = plan.rows(); rows.hasNext() && (isMulti || changes.isEmpty()); ) {
      Row row = rows.next();
      Document document = Documents.documentOf(contentOf(row));
      if (MATCHER.matches(document, residual)) {
        if (!update.applyTo(document)) {
          return null;
        }
        changes.add(new Change(row, Documents.bytesOf(document), document));
      }
    }
    if (changes.isEmpty() && isUpsert) {
      return null;
    }
    List<StoreIndex> touched =
        indexes.stream().filter(index -> index.mayChangeWith(update)).toList();
    int modified = 0;
    for (Change change : changes) {
      modified += write(change, touched) ? 1 : 0;
    }
    return new Document("n", changes.size()).append("nModified", modified);
  }

  private boolean write(Change change, List<StoreIndex> touched) {
    byte[] content = contentOf(change.row);
    if (Arrays.equals(content, change.content)) {
      return false;
    }
    if (!touched.isEmpty()) {
      Document before = Documents.documentOf(content);
      touched.forEach(index -> index.checkUpdate(before, change.after, collection));
      touched.forEach(index -> index.updateInPlace(before, change.after, change.row, collection));
    }
    put.accept(change.row, change.content);
    return true;
  }

  private static byte[] contentOf(Row row) {
    return Objects.requireNonNull(row.content, "the row was removed");
  }
}
