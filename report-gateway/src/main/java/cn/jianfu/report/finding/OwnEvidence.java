package cn.jianfu.report.finding;

import cn.jianfu.report.scope.UnitScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The evidence of a finding as somebody may see it: groups and towns outside of the scope are
 * counts, never ids or names.
 */
final class OwnEvidence {

  private static final String BETWEEN_NAMES = " / ";

  private static final String TOWNS = "townCodes";

  /** Groups that the finding names without being about them. */
  private static final String DISSOLVED = "dissolved";

  private final UnitScope scope;
  private final Collection<String> groups;
  private final Map<String, Object> shown = new TreeMap<>();

  private OwnEvidence(UnitScope scope, Collection<String> groups) {
    this.scope = scope;
    this.groups = groups;
  }

  /** The ids among them whose first part, the unit, is inside. */
  static List<String> groups(UnitScope scope, List<String> groups) {
    return groups.stream().filter(group -> isInside(scope, group)).toList();
  }

  /** Of a title that is made of the groups' names, the names of those that are inside. */
  static String title(UnitScope scope, List<String> groups, String title) {
    List<String> own = groups(scope, groups);
    if (own.size() == groups.size()) {
      return title;
    }
    List<String> names = List.of(title.split(BETWEEN_NAMES));
    return names.size() == groups.size()
        ? IntStream.range(0, names.size())
            .filter(at -> isInside(scope, groups.get(at)))
            .mapToObj(names::get)
            .collect(Collectors.joining(BETWEEN_NAMES))
        : String.join(BETWEEN_NAMES, own);
  }

  static Map<String, Object> of(
      UnitScope scope, List<String> groups, Map<String, Object> evidence) {
    OwnEvidence own = new OwnEvidence(scope, groups);
    evidence.forEach(own::take);
    long foreign = groups.stream().filter(group -> !isInside(scope, group)).count();
    if (foreign > 0) {
      own.shown.put("foreignGroups", foreign);
    }
    return own.shown;
  }

  private void take(String name, Object value) {
    if (value instanceof Collection<?> many) {
      List<Object> inside = new ArrayList<>(many);
      inside.removeIf(it -> isForeign(name, it));
      shown.put(name, inside);
      if (name.equals(TOWNS) && inside.size() < many.size()) {
        shown.put("foreignTowns", many.size() - inside.size());
      }
    } else if (!isForeign(name, value)) {
      shown.put(name, value);
    }
  }

  private boolean isForeign(String name, Object value) {
    return value instanceof String text
        && (name.equals(TOWNS)
            ? !scope.reaches(text)
            : (name.equals(DISSOLVED) || groups.contains(text)) && !isInside(scope, text));
  }

  private static boolean isInside(UnitScope scope, String group) {
    int end = group.indexOf('/');
    return scope.reaches(end < 0 ? group : group.substring(0, end));
  }
}
