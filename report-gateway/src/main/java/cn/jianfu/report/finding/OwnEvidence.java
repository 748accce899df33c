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

  /** The code of a unit that the finding names without being about it. */
  private static final String UNIT = "dissolvedUnit";

  /** The name under which the group of the finding is filed. */
  private static final String NAME = "filedName";

  private static final int NAMES_IN_TITLE = 3;
  private static final int TOWN_DIGITS = 9;
  private static final String HIDDEN = "…";

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

  /**
   * Of a title the names of those groups that are inside. It is made of the names of the first
   * groups of the finding's own town; where it cannot be told which name is whose, none is shown.
   */
  static String title(UnitScope scope, String town, List<String> groups, String title) {
    List<String> names = List.of(title.split(BETWEEN_NAMES));
    List<String> ofTown = groups.stream().filter(group -> isOf(town, group)).toList();
    if (groups(scope, groups).size() == groups.size()
        || (names.size() < groups.size() && groups(scope, ofTown).size() == ofTown.size())) {
      return title;
    }
    List<String> named = names.size() == groups.size() ? groups : ofTown;
    boolean isPlain = names.size() == Math.min(named.size(), NAMES_IN_TITLE);
    String own =
        IntStream.range(0, isPlain ? names.size() : 0)
            .filter(at -> isInside(scope, named.get(at)))
            .mapToObj(names::get)
            .collect(Collectors.joining(BETWEEN_NAMES));
    return own.isEmpty() ? HIDDEN : own;
  }

  /** Codes of a town's units begin like its own. */
  private static boolean isOf(String town, String group) {
    return group.startsWith(town.substring(0, Math.min(town.length(), TOWN_DIGITS)));
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
        && switch (name) {
          case TOWNS, UNIT -> !scope.reaches(text);
          case DISSOLVED -> !isInside(scope, text);
          case NAME -> groups(scope, List.copyOf(groups)).isEmpty();
          default -> groups.contains(text) && !isInside(scope, text);
        };
  }

  private static boolean isInside(UnitScope scope, String group) {
    int end = group.indexOf('/');
    return scope.reaches(end < 0 ? group : group.substring(0, end));
  }
}
