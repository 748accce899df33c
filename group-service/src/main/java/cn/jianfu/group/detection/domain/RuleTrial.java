package cn.jianfu.group.detection.domain;

import cn.jianfu.group.detection.domain.ScanOutcome.Scanned;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What other numbers would do (试算): the same facts judged by the rules as they are and as they
 * would be, if every version of them had had these numbers.
 */
public final class RuleTrial {

  private RuleTrial() {}

  /**
   * One rule in one town.
   *
   * @param now how many findings the rules in force make
   * @param raised ids of findings that there would be besides
   * @param cleared ids of findings that there would be no longer; what could not be judged by the
   *     other numbers stays, as it does in a scan
   * @param before what the rules in force could judge, and what not
   * @param after what the others could
   */
  public record Effect(
      String town,
      DetectionRule rule,
      int now,
      List<String> raised,
      List<String> cleared,
      Exposure before,
      Exposure after) {

    public Effect {
      raised = List.copyOf(raised);
      cleared = List.copyOf(cleared);
    }

    /** How many findings the others would make. */
    public int then() {
      return now + raised.size() - cleared.size();
    }

    private boolean saysSomething() {
      return now + raised.size() > 0 || !before.equals(after);
    }
  }

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

  /**
   * The effects by town and rule, where there are findings on either side or something else could
   * be judged.
   *
   * @param input what the other rules were applied to
   * @param townOf the town of a unit
   */
  public static List<Effect> effects(
      Scanned now, Scanned then, ScanInput input, UnaryOperator<String> townOf) {
    // Both sides bear one key, so that no rules of an earlier one are asked for.
    FindingChanges changes = FindingChanges.between(now.detected(), then, input, _ -> null);
    Towns towns = new Towns();
    now.detected().forEach(found -> towns.of(found).now++);
    changes.raised().forEach(found -> towns.of(found).raised.add(found.id()));
    changes.cleared().forEach(gone -> towns.of(gone.finding()).cleared.add(gone.finding().id()));
    now.exposures()
        .forEach((rule, units) ->
            units.forEach((unit, it) -> towns.of(townOf.apply(unit), rule).before(it)));
    then.exposures()
        .forEach((rule, units) ->
            units.forEach((unit, it) -> towns.of(townOf.apply(unit), rule).after(it)));
    return towns.effects();
  }

  /** The sides by town and rule. */
  private static final class Towns {

    private final Map<String, Map<DetectionRule, Sides>> byTown = new TreeMap<>();

    Sides of(Detected found) {
      return of(found.town(), found.rule());
    }

    Sides of(String town, DetectionRule rule) {
      return byTown
          .computeIfAbsent(town, _ -> new TreeMap<>())
          .computeIfAbsent(rule, _ -> new Sides());
    }

    List<Effect> effects() {
      List<Effect> effects = new ArrayList<>();
      byTown.forEach(
          (town, rules) -> rules.forEach((rule, sides) -> effects.add(sides.effect(town, rule))));
      effects.removeIf(effect -> !effect.saysSomething());
      return effects;
    }
  }

  /** One rule in one town on both sides. */
  private static final class Sides {

    private final List<String> raised = new ArrayList<>();
    private final List<String> cleared = new ArrayList<>();
    private int now;
    private Exposure before = Exposure.NONE;
    private Exposure after = Exposure.NONE;

    void before(Exposure more) {
      before = before.plus(more);
    }

    void after(Exposure more) {
      after = after.plus(more);
    }

    Effect effect(String town, DetectionRule rule) {
      return new Effect(town, rule, now, raised, cleared, before, after);
    }
  }
}
