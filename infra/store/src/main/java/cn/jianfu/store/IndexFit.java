package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How well one index serves a query: leading fields at points, then one range, then the order. */
final class IndexFit {
  private static final int MOST_SPANS = 2_000;

  private final StoreIndex index;
  private final Map<String, Bounds> bounds;
  private List<byte[]> prefixes = List.of(new byte[0]);
  private List<Plan.Span> spans = List.of();
  private int points;
  private int singlePoints;
  private boolean range;

  IndexFit(StoreIndex index, Map<String, Bounds> bounds) {
    this.index = index;
    this.bounds = bounds;
    boolean onlySingle = true;
    while (points < index.paths().size()
        && boundsOf(points) instanceof Bounds.Points at
        && prefixes.size() * at.keys().size() <= MOST_SPANS) {
      prefixes = extended(prefixes, at);
      onlySingle &= at.keys().size() == 1;
      points++;
      singlePoints += onlySingle ? 1 : 0;
    }
    Bounds next = points < index.paths().size() ? boundsOf(points) : null;
    if (next instanceof Bounds.Range between) {
      range = true;
      spans = prefixes.stream().map(prefix -> ranged(prefix, between)).toList();
    } else {
      spans = prefixes.stream().map(prefix -> new Plan.Span(index, prefix, prefix)).toList();
    }
  }

  private @Nullable Bounds boundsOf(int component) {
    return bounds.get(index.paths().get(component).text());
  }

  private List<byte[]> extended(List<byte[]> prefixes, Bounds.Points at) {
    boolean descending = index.isDescending(points);
    List<byte[]> longer = new ArrayList<>(prefixes.size() * at.keys().size());
    for (byte[] prefix : prefixes) {
      for (byte[] key : descending ? at.keys().descendingSet() : at.keys()) {
        longer.add(joined(prefix, descending ? KeyBytes.inverted(key) : key));
      }
    }
    return longer;
  }

  private Plan.Span ranged(byte[] prefix, Bounds.Range between) {
    byte[] from = between.from();
    byte[] to = between.to(index.isMultikey());
    return index.isDescending(points)
        ? new Plan.Span(
            index, joined(prefix, KeyBytes.inverted(to)), joined(prefix, KeyBytes.inverted(from)))
        : new Plan.Span(index, joined(prefix, from), joined(prefix, to));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return new KeyBytes(first.length + second.length).raw(first).raw(second).toBytes();
  }

  /** False when documents that match may be missing from the index. */
  boolean isComplete(Document query) {
    Document filter = index.partialFilter();
    if (filter != null
        && !filter.entrySet().stream()
            .allMatch(entry ->
                query.containsKey(entry.getKey())
                    && Objects.equals(query.get(entry.getKey()), entry.getValue()))) {
      return false;
    }
    return !index.leavesOutAbsent() || asksForAValue();
  }

  private boolean asksForAValue() {
    return switch (boundsOf(0)) {
      case Bounds.Points at -> points > 0 && !at.withNull();
      case Bounds.Range _ -> range;
      case null -> false;
    };
  }

  int score() {
    return 2 * points + (range ? 1 : 0);
  }

  boolean isOnePerDocument() {
    return index.isUnique() && points == index.paths().size();
  }

  Plan plan(@Nullable Document orderBy) {
    Boolean reverse = orderBy == null ? null : direction(orderBy);
    return new Plan(spans, reverse != null, Boolean.TRUE.equals(reverse), false, points, range);
  }

  /** Whether reading backwards gives the order, or null when neither way does. */
  private @Nullable Boolean direction(Document orderBy) {
    if (!index.givesOrder()) {
      return null;
    }
    Boolean reverse = null;
    int component = singlePoints;
    for (var entry : orderBy.entrySet()) {
      if (isSinglePoint(entry.getKey())) {
        continue;
      }
      if (component == index.paths().size()
          || !index.paths().get(component).text().equals(entry.getKey())
          || !(entry.getValue() instanceof Number wanted)) {
        return null;
      }
      boolean backwards = wanted.intValue() < 0 != index.isDescending(component);
      if (reverse != null && reverse != backwards) {
        return null;
      }
      reverse = backwards;
      component++;
    }
    return reverse == null ? Boolean.FALSE : reverse;
  }

  private boolean isSinglePoint(String path) {
    for (int i = 0; i < singlePoints; i++) {
      if (index.paths().get(i).text().equals(path)) {
        return true;
      }
    }
    return false;
  }
}
