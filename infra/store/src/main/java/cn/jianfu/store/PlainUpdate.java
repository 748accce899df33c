package cn.jianfu.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An update by the operators that are used most, done in a document that nobody else sees: the
 * library copies a document twice and compares the copies. What is not plain is left to it.
 */
final class PlainUpdate {
  private static final Set<String> OPERATORS =
      Set.of("$set", "$unset", "$inc", "$setOnInsert", "$push", "$pull", "$currentDate");
  private static final Set<String> PUSHING = Set.of("$each", "$slice");

  private record Step(String operator, List<String> path, @Nullable Object operand) {}

  private final List<Step> steps = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();

  private PlainUpdate() {}

  /** The update, or null when it is not plain. */
  static @Nullable PlainUpdate of(Document update) {
    PlainUpdate plain = new PlainUpdate();
    for (var entry : update.entrySet()) {
      boolean taken =
          OPERATORS.contains(entry.getKey())
              && entry.getValue() instanceof Document fields
              && fields.entrySet().stream()
                  .allMatch(field -> plain.take(entry.getKey(), field.getKey(), field.getValue()));
      if (!taken) {
        return null;
      }
    }
    return plain.steps.isEmpty() || plain.hasConflict() ? null : plain;
  }

  private boolean take(String operator, String name, @Nullable Object operand) {
    List<String> path = List.of(name.split("\\.", -1));
    for (String part : path) {
      if (part.isEmpty() || part.startsWith("$")) {
        return false;
      }
    }
    steps.add(new Step(operator, path, operand));
    return !path.getFirst().equals("_id") && paths.add(name);
  }

  /** Of two paths one leads through the other: which operator comes first would matter. */
  private boolean hasConflict() {
    for (String path : paths) {
      for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
        if (paths.contains(path.substring(0, dot))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the update may change what stands under the field. */
  boolean touches(String field) {
    return steps.stream().anyMatch(step -> step.path.getFirst().equals(field));
  }

  /** False when the document is not what the plain way can handle; it is spoilt then. */
  boolean applyTo(Document document) {
    return steps.stream().allMatch(step -> apply(step, document));
  }

  private static boolean apply(Step step, Document document) {
    if (step.operator.equals("$setOnInsert")) {
      return true;
    }
    boolean takesAway = step.operator.equals("$unset") || step.operator.equals("$pull");
    Document parent = document;
    for (int i = 0; i < step.path.size() - 1; i++) {
      Object next = parent.get(step.path.get(i));
      if (next == null && !parent.containsKey(step.path.get(i))) {
        if (takesAway) {
          return true;
        }
        next = new Document();
        parent.put(step.path.get(i), next);
      }
      if (!(next instanceof Document child)) {
        return false;
      }
      parent = child;
    }
    return apply(step, parent, step.path.getLast());
  }

  private static boolean apply(Step step, Document parent, String field) {
    return switch (step.operator) {
      case "$set" -> {
        parent.put(field, step.operand);
        yield true;
      }
      case "$unset" -> {
        parent.remove(field);
        yield true;
      }
      case "$inc" -> increase(parent, field, step.operand);
      case "$currentDate" -> {
        boolean isDate = Boolean.TRUE.equals(step.operand);
        parent.put(field, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        yield isDate;
      }
      case "$push" -> push(parent, field, step.operand);
      default -> pull(parent, field, step.operand);
    };
  }

  private static boolean increase(Document parent, String field, @Nullable Object by) {
    Object now = parent.get(field);
    if (now == null && parent.containsKey(field)) {
      return false;
    }
    Number more = whole(by);
    if (more == null) {
      return false;
    }
    if (now == null) {
      parent.put(field, more);
      return true;
    }
    Number before = whole(now);
    if (before == null) {
      return false;
    }
    long first = before.longValue();
    long second = more.longValue();
    long sum = first + second;
    if (((first ^ sum) & (second ^ sum)) < 0) {
      return false;
    }
    boolean small = before instanceof Integer && more instanceof Integer && sum == (int) sum;
    parent.put(field, small ? (Object) (int) sum : (Object) sum);
    return true;
  }

  private static @Nullable Number whole(@Nullable Object value) {
    return value instanceof Integer || value instanceof Long ? (Number) value : null;
  }

  private static boolean push(Document parent, String field, @Nullable Object operand) {
    if (!(operand instanceof Document how)
        || !(how.get("$each") instanceof Collection<?> each)
        || !PUSHING.containsAll(how.keySet())
        || !(parent.getOrMissing(field) instanceof Collection<?> now)) {
      return false;
    }
    List<@Nullable Object> all = new ArrayList<>(now.size() + each.size());
    all.addAll(now);
    all.addAll(each);
    if (how.containsKey("$slice")) {
      if (!(how.get("$slice") instanceof Integer slice) || slice >= 0) {
        return false;
      }
      all = new ArrayList<>(all.subList(Math.max(0, all.size() + slice), all.size()));
    }
    parent.put(field, all);
    return true;
  }

  private static boolean pull(Document parent, String field, @Nullable Object operand) {
    Object now = parent.getOrMissing(field);
    if (!(operand instanceof Document condition)
        || condition.isEmpty()
        || condition.keySet().stream().anyMatch(name -> name.startsWith("$"))
        || !(now instanceof Collection<?> elements)) {
      return false;
    }
    DefaultQueryMatcher matcher = new DefaultQueryMatcher();
    List<Object> kept = new ArrayList<>(elements.size());
    for (Object element : elements) {
      if (!(element instanceof Document document)) {
        return false;
      }
      if (!matcher.matches(document, condition)) {
        kept.add(document);
      }
    }
    parent.put(field, kept);
    return true;
  }
}
