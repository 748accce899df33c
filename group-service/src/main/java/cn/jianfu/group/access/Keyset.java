package cn.jianfu.group.access;

import cn.jianfu.web.paging.PageRequest;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.conversions.Bson;

/**
 * The order of a list by one text field and then by id, so that a page begins where the last one
 * ended, whatever has changed meanwhile.
 */
public final class Keyset {

  private static final String ID = "_id";

  private final PageRequest request;
  private final String field;
  private final boolean descending;

  /**
   * @param fields the stored fields to sort by, by the names that clients use; never empty texts
   */
  public Keyset(PageRequest request, String usual, Map<String, String> fields) {
    Set<String> names = new TreeSet<>(fields.keySet());
    PageRequest.Order order = request.order(usual, names);
    this.request = request;
    this.field = fields.getOrDefault(order.field(), ID);
    this.descending = order.descending();
  }

  /** The stored field to sort by. */
  public String field() {
    return field;
  }

  /** Only what comes after the last one shown. */
  public Bson filter(Bson wanted) {
    return request
        .after(2)
        .map(after -> Filters.and(wanted, beyond(after.getFirst(), after.getLast())))
        .orElse(wanted);
  }

  public Bson sort() {
    List<String> fields = field.equals(ID) ? List.of(ID) : List.of(field, ID);
    return descending ? Sorts.descending(fields) : Sorts.ascending(fields);
  }

  private Bson beyond(String value, String id) {
    return field.equals(ID)
        ? beyondOne(ID, id)
        : Filters.or(
            beyondOne(field, value), Filters.and(Filters.eq(field, value), beyondOne(ID, id)));
  }

  private Bson beyondOne(String name, String value) {
    return descending ? Filters.lt(name, value) : Filters.gt(name, value);
  }
}
