package cn.jianfu.report.finding;

import cn.jianfu.web.paging.PageRequest;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;

/**
 * Findings by the day that they were raised on, and then by id.
 *
 * @param after day and id of the last one shown; empty for the beginning
 */
public record FindingOrder(boolean newestFirst, List<String> after) {

  /** The newest first, from the beginning. */
  public static final FindingOrder NEWEST_FIRST = new FindingOrder(true, List.of());

  private static final String DAY = "raisedOn";

  static FindingOrder of(PageRequest page) {
    return new FindingOrder(
        page.order("-" + DAY, Set.of(DAY)).descending(), page.after(2).orElse(List.of()));
  }

  static List<String> place(FindingView finding) {
    return List.of(finding.raisedOn().toString(), finding.findingId());
  }

  Bson sort() {
    return Sorts.orderBy(
        newestFirst ? Sorts.descending(DAY) : Sorts.ascending(DAY), Sorts.ascending("_id"));
  }

  Bson filter(Bson wanted) {
    return after.isEmpty()
        ? wanted
        : Filters.and(wanted, beyond(after.getFirst(), after.getLast()));
  }

  private Bson beyond(String day, String id) {
    return Filters.or(
        newestFirst ? Filters.lt(DAY, day) : Filters.gt(DAY, day),
        Filters.and(Filters.eq(DAY, day), Filters.gt("_id", id)));
  }
}
