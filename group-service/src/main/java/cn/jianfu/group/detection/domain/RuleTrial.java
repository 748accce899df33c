package cn.jianfu.group.detection.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What other numbers would do (试算): the same facts judged by the rules as they are and as they
 * would be, if every version of them had had these numbers.
 */
public final class RuleTrial {

  private RuleTrial() {}

  /**
   * One rule in one town.
   *
   * @param now findings by the rules in force
   * @param then findings by the others
   * @param raised findings that there would be besides
   * @param cleared findings that there would be no longer
   */
  public record Effect(
      String town, DetectionRule rule, int now, int then, int raised, int cleared) {}

  /**
   * A version of the rules with other numbers, in force on the same days.
   *
   * @param on rules to be switched on or off, by id
   */
  public static RuleSet other(
      RuleSet version, Map<String, BigDecimal> thresholds, Map<String, Boolean> on) {
    Map<String, BigDecimal> numbers = new HashMap<>(version.thresholds().values());
    numbers.putAll(thresholds);
    Map<String, RuleSet.Setting> rules = new HashMap<>(version.rules());
    on.forEach((id, isOn) ->
        rules.computeIfPresent(id, (_, it) -> new RuleSet.Setting(isOn, it.severity())));
    return new RuleSet(
        version.id(), version.version(), version.effectiveFrom(), rules, new Thresholds(numbers));
  }

  /** The effects by town and rule; where neither finds anything, there is none. */
  public static List<Effect> effects(Collection<Detected> now, Collection<Detected> then) {
    Map<String, Map<DetectionRule, Sides>> byTown = new TreeMap<>();
    now.forEach(found -> sides(byTown, found).now.add(found.id()));
    then.forEach(found -> sides(byTown, found).then.add(found.id()));
    List<Effect> effects = new ArrayList<>();
    byTown.forEach(
        (town, rules) -> rules.forEach((rule, sides) -> effects.add(sides.effect(town, rule))));
    return effects;
  }

  private static Sides sides(Map<String, Map<DetectionRule, Sides>> byTown, Detected found) {
    return byTown
        .computeIfAbsent(found.town(), _ -> new TreeMap<>())
        .computeIfAbsent(found.rule(), _ -> new Sides());
  }

  /** The findings of one rule in one town on both sides. */
  private static final class Sides {

    private final Set<String> now = new HashSet<>();
    private final Set<String> then = new HashSet<>();

    Effect effect(String town, DetectionRule rule) {
      int kept = (int) now.stream().filter(then::contains).count();
      return new Effect(town, rule, now.size(), then.size(), then.size() - kept, now.size() - kept);
    }
  }
}
