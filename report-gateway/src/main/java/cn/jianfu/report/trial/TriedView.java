package cn.jianfu.report.trial;

import cn.jianfu.report.group.RuleTrial;
import java.time.LocalDate;
import java.util.List;

/**
 * What a trial came to.
 *
 * @param ruleSet id and version of the rules in force, with which it is compared
 * @param inAnotherBand how many towns would be in another band
 * @param towns those that are concerned, with index and band now and then, in division-code order
 * @param effects findings by town and rule, where there are any on either side
 * @param unjudged rules that cannot be judged with these numbers
 */
record TriedView(
    LocalDate day,
    String ruleSet,
    long inAnotherBand,
    List<TriedTown> towns,
    List<EffectView> effects,
    List<String> unjudged) {

  static TriedView of(TrialAnswer.Known it) {
    return new TriedView(
        it.day(),
        it.ruleSet(),
        TriedTown.inAnotherBand(it.towns()),
        it.towns(),
        it.effects().stream()
            .filter(effect -> effect.now() + effect.then() > 0)
            .map(EffectView::of)
            .toList(),
        it.unjudged());
  }

  /** One rule in one town: findings now and then. */
  record EffectView(String town, String rule, int now, int then, int raised, int cleared) {

    static EffectView of(RuleTrial.Effect it) {
      return new EffectView(it.town(), it.rule(), it.now(), it.then(), it.raised(), it.cleared());
    }
  }
}
