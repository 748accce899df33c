package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query demands of a field besides everything else. */
final class Conjunction {

  private Conjunction() {}

  /** The query without its one demand that a field be a text, or one of several texts. */
  static Document withoutText(Document query, String field) {
    List<@Nullable Object> demands = demands(query, field);
    return demands.size() == 1 && isText(demands.getFirst()) ? without(query, field) : query;
  }

  /** The query without its one demand that a field be a day or later. */
  static Document withoutSince(Document query, String field) {
    List<@Nullable Object> demands = demands(query, field);
    return demands.size() == 1 && isSince(demands.getFirst()) ? without(query, field) : query;
  }

  private static List<@Nullable Object> demands(Document query, String field) {
    List<@Nullable Object> found = new ArrayList<>();
    query.forEach((name, value) -> {
      if (name.equals(field)) {
        found.add(value);
      } else if (name.equals("$and") && value instanceof Collection<?> all) {
        all.forEach(each -> found.addAll(demands((Document) each, field)));
      }
    });
    return found;
  }

  private static Document without(Document query, String field) {
    Document rest = new Document();
    query.forEach((name, value) -> {
      if (name.equals("$and") && value instanceof Collection<?> all) {
        List<Document> left =
            all.stream()
                .map(each -> without((Document) each, field))
                .filter(each -> !each.isEmpty())
                .toList();
        if (!left.isEmpty()) {
          rest.put(name, left);
        }
      } else if (!name.equals(field)) {
        rest.put(name, value);
      }
    });
    return rest;
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

  private static boolean isSince(@Nullable Object value) {
    return value instanceof Document operators
        && operators.size() == 1
        && operators.get("$gte") instanceof Instant;
  }
}
