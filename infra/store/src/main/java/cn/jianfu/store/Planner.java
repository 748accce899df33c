package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the index for a query: the primary key first, whatever else the query says. */
final class Planner {
  private Planner() {}

  /** A plan, or null when every document has to be looked at. */
  static @Nullable Plan plan(List<StoreIndex> indexes, Document query, @Nullable Document orderBy) {
    Map<String, Bounds> bounds = QueryBounds.of(query);
    if (bounds.get("_id") instanceof Bounds.Points) {
      for (StoreIndex index : indexes) {
        if (index.isPrimary()) {
          return new IndexFit(index, bounds).plan(orderBy);
        }
      }
    }
    Document order = orderBy == null || orderBy.isEmpty() ? null : orderBy;
    return indexes.stream()
        .filter(index -> index.paths().stream().noneMatch(FieldPath::namesAPlaceInAnArray))
        .map(index -> new IndexFit(index, bounds))
        .filter(fit -> fit.isComplete(query))
        .filter(fit -> fit.score() > 0 || (order != null && fit.plan(order).sorted()))
        .max(
            Comparator.comparing(IndexFit::isOnePerDocument)
                .thenComparingInt(IndexFit::score)
                .thenComparing(fit -> fit.plan(order).sorted()))
        .map(fit -> fit.plan(order))
        .orElseGet(() -> alternatives(indexes, query));
  }

  /** Of an $or, every branch must have a plan. */
  private static @Nullable Plan alternatives(List<StoreIndex> indexes, Document query) {
    if (!(query.get("$or") instanceof Collection<?> branches)) {
      return null;
    }
    List<Plan.Span> spans = new ArrayList<>();
    for (Object branch : branches) {
      Plan plan = plan(indexes, (Document) branch, null);
      if (plan == null) {
        return null;
      }
      spans.addAll(plan.spans());
    }
    return new Plan(spans, false, false, true, 0, false);
  }
}
