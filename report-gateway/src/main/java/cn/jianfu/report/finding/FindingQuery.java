package cn.jianfu.report.finding;

import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.scope.UnitScope;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are asked for.
 *
 * @param states none for all
 * @param text part of the title or rule, in any case
 * @param group only those about this group
 * @param contested only those of which a contest waits for an answer
 */
public record FindingQuery(
    @Nullable String town,
    @Nullable String rule,
    @Nullable String severity,
    Set<ShownState> states,
    @Nullable String text,
    @Nullable String group,
    boolean contested) {

  /** All there are. */
  public static final FindingQuery ALL =
      new FindingQuery(null, null, null, Set.of(), null, null, false);

  boolean wants(FindingView finding) {
    return (states.isEmpty() || states.contains(finding.state()))
        && (!contested || finding.contested());
  }

  Bson filter(UnitScope scope) {
    List<Bson> all = new ArrayList<>();
    all.add(inside(scope));
    equal(all, "town", town);
    equal(all, "rule", rule);
    equal(all, "severity", severity);
    if (text != null && !text.isBlank()) {
      // Quoted: what a client types is never a pattern.
      String quoted = Pattern.quote(text.strip().toLowerCase(Locale.ROOT));
      all.add(Filters.regex("text", quoted));
    }
    if (group != null) {
      all.add(Filters.eq("groups", group));
    }
    return Filters.and(all);
  }

  private static Bson inside(UnitScope scope) {
    return scope.isEverything() ? new Document() : Filters.in("unit", scope.codes());
  }

  private static void equal(List<Bson> all, String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      all.add(Filters.eq(field, value));
    }
  }
}
