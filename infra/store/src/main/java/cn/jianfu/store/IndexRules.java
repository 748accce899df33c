package cn.jianfu.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Index descriptions as createIndexes and dropIndexes give them. */
final class IndexRules {
  private static final int CANNOT_CREATE_INDEX = 67;
  private static final int INDEX_NOT_FOUND = 27;
  private static final Set<String> REFUSED =
      Set.of("collation", "expireAfterSeconds", "wildcardProjection", "hidden");

  private IndexRules() {}

  /** What would be ignored is refused, so that nobody relies on it. */
  static void check(Document description) {
    for (var key : Fields.document(description, "key").entrySet()) {
      if (!(key.getValue() instanceof Number) || key.getKey().contains("$")) {
        throw refused("index on " + key.getKey() + " as " + key.getValue());
      }
    }
    for (String option : REFUSED) {
      if (description.containsKey(option)) {
        throw refused("index option " + option);
      }
    }
    if (description.get("partialFilterExpression") instanceof Document filter
        && filter.keySet().stream().anyMatch(key -> key.startsWith("$"))) {
      throw refused("partial filter with " + filter.keySet());
    }
  }

  private static MongoServerError refused(String what) {
    return new MongoServerError(
        CANNOT_CREATE_INDEX, "CannotCreateIndex", "the in-process store has no " + what);
  }

  static StoreIndex indexOf(Document description) {
    List<IndexKey> keys = new ArrayList<>();
    Fields.document(description, "key")
        .forEach((path, order) -> keys.add(new IndexKey(path, ((Number) order).intValue() >= 0)));
    String name = Fields.text(description, "name");
    return new StoreIndex(
        name,
        keys,
        name.equals(StoreIndex.ID_INDEX) || Utils.isTrue(description.get("unique")),
        Utils.isTrue(description.get("sparse")),
        (Document) description.get("partialFilterExpression"));
  }

  /** The names that dropIndexes means: one by name or by keys, or all but the primary. */
  static List<String> toDrop(StoreCollection collection, @Nullable Object wanted) {
    if (StoreIndex.ID_INDEX.equals(wanted)) {
      throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
    }
    List<String> names =
        collection.getIndexes().stream()
            .filter(index -> !index.getName().equals(StoreIndex.ID_INDEX))
            .filter(index -> isMeant(index, wanted))
            .map(Index::getName)
            .toList();
    if (names.isEmpty() && !"*".equals(wanted)) {
      throw new MongoServerError(INDEX_NOT_FOUND, "IndexNotFound", "index not found: " + wanted);
    }
    return names;
  }

  private static boolean isMeant(Index<Row> index, @Nullable Object wanted) {
    return "*".equals(wanted)
        || index.getName().equals(wanted)
        || (wanted instanceof List<?> names && names.contains(index.getName()))
        || (wanted instanceof Document keys && sameKeys(index, keys));
  }

  private static boolean sameKeys(Index<Row> index, Document keys) {
    List<String> wanted = keys.entrySet().stream().map(IndexRules::keyAndOrder).toList();
    return wanted.equals(
        index.getKeys().stream()
            .map(key -> key.getKey() + (key.isAscending() ? "+" : "-"))
            .toList());
  }

  private static String keyAndOrder(Map.Entry<String, Object> key) {
    return key.getKey() + (((Number) key.getValue()).intValue() >= 0 ? "+" : "-");
  }
}
