package cn.jianfu.group.access;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of a list begins, and in which order it is; nothing is skipped or shown twice when
 * the list changes meanwhile.
 *
 * @param field of the stored document; {@code _id} for the order of ids
 * @param after value and id of the last one shown; null at the beginning
 */
public record Paging(String field, boolean descending, int limit, @Nullable After after) {

  /** The most that one part holds. */
  public static final int MOST = 500;

  private static final String ID = "_id";

  /** The last one shown. */
  public record After(String value, String id) {}

  /**
   * Reads what a client asks for.
   *
   * @param sorts the fields to sort by, by the names that clients use; texts only
   */
  public static Paging of(
      @Nullable String sort, @Nullable Integer limit, @Nullable String cursor, Map<String, String> sorts) {
    boolean descending = sort != null && sort.startsWith("-");
    String name = sort == null ? "" : descending ? sort.substring(1) : sort;
    String field = name.isEmpty() ? ID : sorts.get(name);
    if (field == null) {
      throw Problem.of(WebProblems.INVALID).atParameter("sort", "not-readable").toException();
    }
    int most = limit == null ? 50 : limit;
    if (most < 1 || most > MOST) {
      throw Problem.of(WebProblems.INVALID).atParameter("limit", "not-readable").toException();
    }
    return new Paging(field, descending, most, cursor == null ? null : read(cursor));
  }

  /** Only what comes after the last one shown. */
  public Bson filter(Bson wanted) {
    if (after == null) {
      return wanted;
    }
    if (field.equals(ID)) {
      return Filters.and(wanted, beyond(ID, after.id()));
    }
    return Filters.and(
        wanted,
        Filters.or(
            beyond(field, after.value()),
            Filters.and(Filters.eq(field, after.value()), beyond(ID, after.id()))));
  }

  public Bson sort() {
    List<String> fields = field.equals(ID) ? List.of(ID) : List.of(field, ID);
    return descending ? Sorts.descending(fields) : Sorts.ascending(fields);
  }

  /** One more than shown is asked for, to know whether there is more. */
  public <T, V> Page<V> page(
      List<T> found, Function<T, String> value, Function<T, String> id, Function<T, V> view) {
    List<T> shown = found.size() > limit ? found.subList(0, limit) : found;
    String next =
        found.size() > limit ? cursor(value.apply(shown.getLast()), id.apply(shown.getLast())) : null;
    return new Page<>(shown.stream().map(view).toList(), next);
  }

  private Bson beyond(String name, String value) {
    return descending ? Filters.lt(name, value) : Filters.gt(name, value);
  }

  private static String cursor(String value, String id) {
    byte[] bytes = (id + "\n" + value).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static After read(String cursor) {
    try {
      String text =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int end = text.indexOf('\n');
      if (end > 0) {
        return new After(text.substring(end + 1), text.substring(0, end));
      }
    } catch (IllegalArgumentException notOurs) {
      throw unreadable();
    }
    throw unreadable();
  }

  private static RuntimeException unreadable() {
    return Problem.of(WebProblems.INVALID).atParameter("cursor", "not-readable").toException();
  }
}
