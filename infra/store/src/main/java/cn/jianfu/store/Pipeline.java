package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pipeline cut in two: what a find can do with the help of indexes, and the stages after it. */
record Pipeline(Document filter, @Nullable Document orderBy, int limit, List<Document> rest) {

  static Pipeline of(List<Document> stages) {
    List<Document> filters = new ArrayList<>();
    int next = 0;
    while (next < stages.size() && stages.get(next).get("$match") instanceof Document filter) {
      filters.add(filter);
      next++;
    }
    Document orderBy = null;
    if (next < stages.size() && stages.get(next).get("$sort") instanceof Document order) {
      orderBy = order;
      next++;
    }
    int limit = 0;
    if (next < stages.size() && stages.get(next).get("$limit") instanceof Number number) {
      limit = number.intValue();
      next++;
    }
    return new Pipeline(all(filters), orderBy, limit, stages.subList(next, stages.size()));
  }

  private static Document all(List<Document> filters) {
    return switch (filters.size()) {
      case 0 -> new Document();
      case 1 -> filters.getFirst();
      default -> new Document("$and", filters);
    };
  }
}
