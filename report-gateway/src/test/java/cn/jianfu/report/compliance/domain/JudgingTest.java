package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.XINDIAN;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgingTest {

  @Test
  void aTownThatSendsNothingThatRulesNeedIsGreyAndNotGreen() {
    TownCompliance silent = town("0.7", Map.of("G-ZOMB", 44), Map.of("G-LEAVE", 44));

    assertThat(silent.score().effective()).isEqualByComparingTo("100");
    assertThat(silent.band()).isEqualTo(Band.GREY);
    assertThat(silent.greyBecause()).isEqualTo(GreyBecause.TOO_LITTLE_JUDGED);
    assertThat(silent.judging().value()).isEqualByComparingTo("0.5");
  }

  @Test
  void whatCouldNotBeJudgedIsSaidByRule() {
    TownCompliance town = town("0.7", Map.of("G-ZOMB", 44, "G-LEAVE", 33), Map.of("G-LEAVE", 11));

    assertThat(town.band()).isEqualTo(Band.GREEN);
    assertThat(town.judging().value()).isEqualByComparingTo("0.875");
    assertThat(town.judging().rules())
        .containsExactly(new Judging.OfRule("G-LEAVE", new BigDecimal("2"), 33, 11));
  }

  @Test
  void aRuleWithoutAnySubjectNeitherHelpsNorHurts() {
    assertThat(town("0.7", Map.of("G-ZOMB", 44), Map.of()).judging().value())
        .isEqualByComparingTo("1");
    assertThat(town("0.7", Map.of(), Map.of()).judging().value()).isNull();
  }

  /** The share of all rules would do: one is weighed like the other three. */
  @Test
  void aTownThatWithholdsWhatOneMajorRuleNeedsIsNotGreen() {
    assertThat(heldBack("0.5", "M", 10, 34))
        .satisfies(town -> {
          assertThat(town.band()).isEqualTo(Band.YELLOW);
          assertThat(town.score().effective()).isEqualByComparingTo("100");
          assertThat(town.greyBecause()).isNull();
        });
    assertThat(heldBack("0.5", "M", 22, 22).band()).as("half is enough").isEqualTo(Band.GREEN);
    assertThat(heldBack("0.5", "m", 10, 34).band()).as("a minor rule").isEqualTo(Band.GREEN);
    assertThat(heldBack(null, "M", 10, 34).band()).as("not asked for").isEqualTo(Band.GREEN);
    assertThat(by(minorAsHeavyAsMajor(), MANY, Map.of("G-DUMP", 34)).band())
        .as("a minor rule is one by its severity")
        .isEqualTo(Band.GREEN);
  }

  private static final Map<String, Integer> MANY =
      Map.of("G-ZOMB", 44, "G-REG", 44, "G-OVER", 44, "G-DUMP", 10);

  private static Fixtures.Rules minorAsHeavyAsMajor() {
    return rules()
        .with("G-ZOMB", "M")
        .with("G-REG", "M")
        .with("G-DUMP", "m")
        .with("G-OVER", "M")
        .threshold("weight.m", "2")
        .threshold("judged.minimum", "0.7")
        .threshold("judged.greenMinimum", "0.5");
  }

  private static TownCompliance heldBack(
      @Nullable String least, String severity, int judged, int unjudged) {
    var rules =
        rules().with("G-ZOMB", "M").with("G-REG", "M").with("G-DUMP", severity).with("G-OVER", "M");
    return by(
        (least == null ? rules : rules.threshold("judged.greenMinimum", least))
            .threshold("judged.minimum", "0.7"),
        Map.of("G-ZOMB", 44, "G-REG", 44, "G-OVER", 44, "G-DUMP", judged),
        Map.of("G-DUMP", unjudged));
  }

  @Test
  void whatAnEarlierVersionDidNotCountIsNoSilence() {
    TownCompliance before = town("0.7", Map.of("G-ZOMB", 44), null);

    assertThat(before.band()).isEqualTo(Band.GREEN);
    assertThat(before.judging()).isEqualTo(Judging.UNCOUNTED);
  }

  @Test
  void aRuleSetThatAsksForNoShareIsAppliedAsItWas() {
    TownCompliance town = town(null, Map.of("G-ZOMB", 44), Map.of("G-LEAVE", 44));

    assertThat(town.band()).isEqualTo(Band.GREEN);
    assertThat(town.judging().value()).isEqualByComparingTo("0.5");
  }

  @Property
  void theLessIsSentTheLessIsJudged(
      @ForAll @IntRange(max = 50) int judged, @ForAll @IntRange(min = 1, max = 50) int withheld) {
    Map<String, Integer> zombies = Map.of("G-ZOMB", 10);
    BigDecimal told =
        town("0.7", with(zombies, judged + withheld), Map.of("G-LEAVE", 0)).judging().value();
    BigDecimal kept =
        town("0.7", with(zombies, judged), Map.of("G-LEAVE", withheld)).judging().value();

    assertThat(told).isEqualByComparingTo("1");
    assertThat(kept).isLessThan(told);
  }

  private static Map<String, Integer> with(Map<String, Integer> exposure, int leaving) {
    Map<String, Integer> all = new TreeMap<>(exposure);
    all.put("G-LEAVE", leaving);
    return all;
  }

  private static TownCompliance town(
      @Nullable String least,
      Map<String, Integer> exposure,
      @Nullable Map<String, Integer> unjudged) {
    var rules = rules().with("G-ZOMB", "M").with("G-LEAVE", "M");
    return by(least == null ? rules : rules.threshold("judged.minimum", least), exposure, unjudged);
  }

  private static TownCompliance by(
      Fixtures.Rules rules,
      Map<String, Integer> exposure,
      @Nullable Map<String, Integer> unjudged) {
    var days = new TreeMap<java.time.LocalDate, LoadFact.Summary>();
    days.put(
        TODAY, new LoadFact.Summary(new TreeMap<>(Map.of(1, 9)), exposure, unjudged, Map.of()));
    TownFacts facts =
        new TownFacts(
            XINDIAN,
            district(rules.set()),
            List.of(aGroup("a").filed(TODAY.minusDays(120)).countersFor(120, TODAY, 5).known()),
            List.of(),
            List.of(new LoadFact(XINDIAN, true, days)),
            List.of(),
            List.of(),
            List.of());
    return Calculator.of(facts, TODAY);
  }
}
