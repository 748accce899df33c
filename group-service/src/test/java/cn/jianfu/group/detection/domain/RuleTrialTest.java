package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.XINDIAN;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.detection.domain.RuleTrial.Effect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleTrialTest {

  private final ScanBuilder facts =
      onTheFactsOf(
          aGroup("久").observed(120, 100, 3).observed(99, 0, 0),
          aGroup("近").observed(120, 50, 3).observed(49, 0, 0),
          aGroup("在用").observed(120, 0, 3));

  @Test
  void aShorterTimeFindsMoreAndALongerOneLess() {
    assertThat(effects(Map.of("zombie.idleDays", "40"), Map.of()))
        .containsExactly(new Effect(XINDIAN, DetectionRule.ZOMBIE, 1, 2, 1, 0));
    assertThat(effects(Map.of("zombie.idleDays", "110"), Map.of()))
        .containsExactly(new Effect(XINDIAN, DetectionRule.ZOMBIE, 1, 0, 0, 1));
  }

  @Test
  void aRuleThatIsSwitchedOffFindsNothing() {
    assertThat(effects(Map.of(), Map.of("G-ZOMB", false)))
        .containsExactly(new Effect(XINDIAN, DetectionRule.ZOMBIE, 1, 0, 0, 1));
  }

  @Test
  void otherNumbersAreTriedAsIfEveryVersionHadThem() {
    RuleSet first = rules(1, Map.of("reply.minMinutes", "60"));
    ScanBuilder asked =
        onTheFactsOf(
            aGroup("群")
                .observed(40, 0, 3)
                .asking(new Demands(daysAgo(20), 0, List.of(), 0, 0, 0, 0, 1, 100, 0)));
    Map<String, BigDecimal> numbers = Map.of("reply.minMinutes", new BigDecimal(130));

    assertThat(asked.knowing(first, recent()).scan(recent()).detected()).isEmpty();
    assertThat(
            asked
                .knowing(
                    RuleTrial.other(first, numbers, Map.of()),
                    RuleTrial.other(recent(), numbers, Map.of()))
                .scan(RuleTrial.other(recent(), numbers, Map.of()))
                .detected())
        .hasSize(1);
  }

  @Test
  void aTrialOfOneNumberChangesNothingAboutTheOtherRules() {
    ScanBuilder old =
        onTheFactsOf(aGroup("老群").createdOn(LocalDate.of(2025, 3, 1)).approvedOn(null));
    RuleSet other =
        RuleTrial.other(rules(), Map.of("zombie.idleDays", new BigDecimal(45)), Map.of());

    assertThat(old.scan(other).detected()).isEqualTo(old.scan(rules()).detected());
  }

  @Test
  void aNumberThatIsNotWholeWhereItMustBeLeavesTheRuleUnjudged() {
    RuleSet other =
        RuleTrial.other(rules(), Map.of("temp.graceDays", new BigDecimal("7.5")), Map.of());

    assertThat(facts.scan(other).unjudged())
        .containsOnly(Map.entry(DetectionRule.OUTLIVED, "temp.graceDays"));
  }

  private static RuleSet recent() {
    LocalDate from = daysAgo(3);
    return new RuleSet("district", 2, from, rules().rules(), rules().thresholds());
  }

  private List<Effect> effects(Map<String, String> numbers, Map<String, Boolean> on) {
    Map<String, BigDecimal> thresholds = new HashMap<>();
    numbers.forEach((key, number) -> thresholds.put(key, new BigDecimal(number)));
    return RuleTrial.effects(
        facts.scan(rules()).detected(),
        facts.scan(RuleTrial.other(rules(), thresholds, on)).detected());
  }
}
