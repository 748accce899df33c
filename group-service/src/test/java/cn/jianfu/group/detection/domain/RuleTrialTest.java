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

  private static final Exposure ALL_JUDGED = new Exposure(3, 0);

  private final ScanBuilder facts =
      onTheFactsOf(
          aGroup("久").observed(120, 100, 3).observed(99, 0, 0),
          aGroup("近").observed(120, 50, 3).observed(49, 0, 0),
          aGroup("在用").observed(120, 0, 3));

  @Test
  void aShorterTimeFindsMoreAndALongerOneLess() {
    assertThat(zombies(Map.of("zombie.idleDays", "40"), Map.of()))
        .isEqualTo(zombie(List.of(idOf("近")), List.of(), ALL_JUDGED, ALL_JUDGED));
    assertThat(zombies(Map.of("zombie.idleDays", "110"), Map.of()))
        .isEqualTo(zombie(List.of(), List.of(idOf("久")), ALL_JUDGED, ALL_JUDGED));
  }

  @Test
  void aRuleThatIsSwitchedOffFindsAndJudgesNothing() {
    assertThat(zombies(Map.of(), Map.of("G-ZOMB", false)))
        .isEqualTo(zombie(List.of(), List.of(idOf("久")), ALL_JUDGED, Exposure.NONE));
  }

  @Test
  void theNumbersInForceRaiseNothingAndClearNothing() {
    assertThat(effects(facts, Map.of("zombie.idleDays", "60"), Map.of("G-ZOMB", true)))
        .isNotEmpty()
        .allSatisfy(it -> {
          assertThat(it.raised()).isEmpty();
          assertThat(it.cleared()).isEmpty();
          assertThat(it.after()).isEqualTo(it.before());
        });
  }

  @Test
  void aFindingThatTheOtherNumberCannotJudgeStaysAndItsGroupIsUnjudged() {
    // Idle for 70 days when the counters stopped coming, 30 days ago.
    ScanBuilder silent = onTheFactsOf(aGroup("断").observed(120, 100, 3).observed(99, 30, 0));

    assertThat(of(DetectionRule.ZOMBIE, effects(silent, Map.of("zombie.idleDays", "25"), Map.of())))
        .isEqualTo(zombie(List.of(), List.of(), new Exposure(1, 0), new Exposure(0, 1)));
  }

  @Test
  void aRuleThatFindsNothingSaysWhatElseItCouldJudge() {
    ScanBuilder used = onTheFactsOf(aGroup("停").observed(120, 30, 3));

    assertThat(of(DetectionRule.ZOMBIE, effects(used, Map.of("zombie.idleDays", "25"), Map.of())))
        .isEqualTo(
            new Effect(
                XINDIAN,
                DetectionRule.ZOMBIE,
                0,
                List.of(),
                List.of(),
                new Exposure(1, 0),
                new Exposure(0, 1)));
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

  private Effect zombies(Map<String, String> numbers, Map<String, Boolean> on) {
    return of(DetectionRule.ZOMBIE, effects(facts, numbers, on));
  }

  private static Effect of(DetectionRule rule, List<Effect> effects) {
    return effects.stream().filter(it -> it.rule() == rule).findFirst().orElseThrow();
  }

  private static Effect zombie(
      List<String> raised, List<String> cleared, Exposure before, Exposure after) {
    return new Effect(XINDIAN, DetectionRule.ZOMBIE, 1, raised, cleared, before, after);
  }

  private static String idOf(String group) {
    return FindingId.of(DetectionRule.ZOMBIE, aGroup(group).id());
  }

  private static List<Effect> effects(
      ScanBuilder facts, Map<String, String> numbers, Map<String, Boolean> on) {
    Map<String, BigDecimal> thresholds = new HashMap<>();
    numbers.forEach((key, number) -> thresholds.put(key, new BigDecimal(number)));
    RuleSet other = RuleTrial.other(rules(), thresholds, on);
    return RuleTrial.effects(
        facts.scan(rules()), facts.scan(other), facts.knowing(other).input(), _ -> XINDIAN);
  }
}
