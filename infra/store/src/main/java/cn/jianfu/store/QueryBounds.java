package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads from a query what it says about single fields, and leaves the rest to the matcher. */
final class QueryBounds {
  private final Map<String, Bounds> bounds = new LinkedHashMap<>();

  private QueryBounds() {}

  static Map<String, Bounds> of(Document query) {
    QueryBounds reader = new QueryBounds();
    reader.read(query, "");
    return reader.bounds;
  }

  private void read(Document query, String prefix) {
    for (var entry : query.entrySet()) {
      String name = entry.getKey();
      if (name.equals("$and") && entry.getValue() instanceof Collection<?> all) {
        all.forEach(each -> read((Document) each, prefix));
      } else if (!name.startsWith("$")) {
        readField(prefix + name, entry.getValue());
      }
    }
  }

  private void readField(String path, @Nullable Object value) {
    if (value instanceof Document operators && startsWithOperator(operators)) {
      operators.forEach((operator, operand) -> readOperator(path, operator, operand));
    } else {
      points(path, Collections.singletonList(value));
    }
  }

  private void readOperator(String path, String operator, @Nullable Object operand) {
    switch (operator) {
      case "$eq" -> points(path, Collections.singletonList(operand));
      case "$in" -> {
        if (operand instanceof Collection<?> values) {
          points(path, values);
        }
      }
      case "$gt", "$gte" -> range(path, operand, true);
      case "$lt", "$lte" -> range(path, operand, false);
      case "$elemMatch" -> {
        if (operand instanceof Document element && !startsWithOperator(element)) {
          read(element, path + ".");
        }
      }
      default -> {}
    }
  }

  private void points(String path, Collection<?> values) {
    NavigableSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
    boolean withNull = false;
    for (Object value : values) {
      if (!isPoint(path, value)) {
        return;
      }
      withNull |= value == null;
      keys.add(KeyBytes.of(value));
    }
    bounds.merge(path, new Bounds.Points(keys, withNull), Bounds::both);
  }

  /** Documents are compared as a whole only in a place that cannot hold an array. */
  private static boolean isPoint(String path, @Nullable Object value) {
    return switch (value) {
      case Document _ -> path.equals("_id");
      case Collection<?> _ -> false;
      case BsonRegularExpression _ -> false;
      case MinKey _ -> false;
      case MaxKey _ -> false;
      case null, default -> true;
    };
  }

  private void range(String path, @Nullable Object operand, boolean low) {
    boolean comparable =
        switch (operand) {
          case Number number -> !Double.isNaN(number.doubleValue());
          case String _, Instant _, ObjectId _, Boolean _ -> true;
          case null, default -> false;
        };
    if (comparable) {
      byte[] key = KeyBytes.of(operand);
      bounds.merge(
          path, low ? new Bounds.Range(key, null) : new Bounds.Range(null, key), Bounds::both);
    }
  }

  private static boolean startsWithOperator(Document value) {
    return !value.isEmpty() && value.keySet().iterator().next().startsWith("$");
  }
}
