package cn.jianfu.group.detection;

import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.RuleTrial;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a trial came to.
 *
 * @param ruleSet id and version of the rules in force, with which it is compared
 * @param effects by town and rule, where there are findings on either side or the rule could judge
 *     something else
 * @param unjudged rules that cannot be judged with these numbers
 */
record TriedView(LocalDate day, String ruleSet, List<EffectView> effects, List<String> unjudged) {

  /** A town whose findings come and go by thousands is not told one by one. */
  static final int MOST_IDS_OF_TOWN = 5_000;

  /** In the answer, at 35 bytes each; the towns that come first have them. */
  static final int MOST_IDS = 200_000;

  static TriedView of(RuleTrials.Tried it) {
    Set<String> whole = toldWhole(it.effects(), MOST_IDS_OF_TOWN, MOST_IDS);
    return new TriedView(
        it.day(),
        it.inForce().key(),
        it.effects().stream()
            .map(effect -> EffectView.of(effect, whole.contains(effect.town())))
            .toList(),
        it.unjudged().keySet().stream().map(DetectionRule::id).sorted().toList());
  }

  /** The towns of which every id is told: of half of them, nothing can be computed. */
  static Set<String> toldWhole(List<RuleTrial.Effect> effects, int mostOfTown, int most) {
    Map<String, Integer> ids = new TreeMap<>();
    effects.forEach(effect ->
        ids.merge(effect.town(), effect.raised().size() + effect.cleared().size(), Integer::sum));
    Set<String> whole = new HashSet<>();
    int told = 0;
    for (Map.Entry<String, Integer> town : ids.entrySet()) {
      if (town.getValue() <= mostOfTown && told + town.getValue() <= most) {
        told += town.getValue();
        whole.add(town.getKey());
      }
    }
    return whole;
  }

  /**
   * One rule in one town: findings now and then.
   *
   * @param exposure live subjects that the rule could judge
   * @param unjudged those that it could not, for want of data
   * @param raisedIds ids of the findings that there would be besides; null where more of them come
   *     and go in the town than are told
   * @param clearedIds of those that there would be no longer; null likewise
   */
  record EffectView(
      String town,
      String rule,
      int now,
      int then,
      int raised,
      int cleared,
      BothView exposure,
      BothView unjudged,
      @Nullable List<String> raisedIds,
      @Nullable List<String> clearedIds) {

    static EffectView of(RuleTrial.Effect it, boolean whole) {
      return new EffectView(
          it.town(),
          it.rule().id(),
          it.now(),
          it.then(),
          it.raised().size(),
          it.cleared().size(),
          new BothView(it.before().subjects(), it.after().subjects()),
          new BothView(it.before().unknown(), it.after().unknown()),
          whole ? it.raised() : null,
          whole ? it.cleared() : null);
    }
  }

  /** A number by the rules in force, and by the others. */
  record BothView(int now, int then) {}
}
