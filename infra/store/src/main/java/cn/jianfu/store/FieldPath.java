package cn.jianfu.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dotted path, split once; through arrays it reads every element. */
record FieldPath(String text, List<String> segments) {

  static FieldPath of(String text) {
    return new FieldPath(text, List.of(text.split("\\.", -1)));
  }

  /** A number in a path means a place in an array to a query, but not to an index. */
  boolean namesAPlaceInAnArray() {
    return segments.stream().anyMatch(segment -> segment.chars().allMatch(Character::isDigit));
  }

  @Nullable Object in(Document document) {
    return read(document, 0);
  }

  private @Nullable Object read(Document document, int depth) {
    Object value = document.getOrMissing(segments.get(depth));
    if (depth == segments.size() - 1) {
      return value;
    }
    return switch (value) {
      case Document inner -> read(inner, depth + 1);
      case Collection<?> elements -> readAll(elements, depth + 1);
      case null, default -> Missing.getInstance();
    };
  }

  private List<@Nullable Object> readAll(Collection<?> elements, int depth) {
    List<@Nullable Object> values = new ArrayList<>(elements.size());
    for (Object element : elements) {
      Object value = element instanceof Document inner ? read(inner, depth) : Missing.getInstance();
      if (value instanceof Collection<?> several) {
        values.addAll(several);
      } else {
        values.add(value);
      }
    }
    return values;
  }
}
