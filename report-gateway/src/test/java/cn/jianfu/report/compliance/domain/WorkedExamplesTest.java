package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.aFinding;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.roundOpened;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static cn.jianfu.report.compliance.domain.Fixtures.town;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.Fixtures.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkedExamplesTest {

  private static final LocalDate OPENED = TODAY.minusDays(40);

  @Test
  void twentyEightOfFortyFourGroupsDissolvedIsACleanUpRateOf636PerMille() {
    List<GroupFact> groups = new ArrayList<>();
    for (int i = 0; i < 44; i++) {
      var group = aGroup("g" + i).filed(OPENED.minusDays(200));
      groups.add(
          (i < 28 ? group.dissolved(OPENED.plusDays(20)) : group.kept(OPENED.plusDays(10)))
              .known());
    }
    groups.add(aGroup("new").filed(OPENED.plusDays(1)).known());

    TownCompliance compliance =
        Calculator.of(
            town(district(rules().set(), roundOpened(OPENED)), groups, List.of(), Map.of()), TODAY);

    Metric cleanUp = metric(compliance, "M03");
    assertThat(cleanUp.numerator()).isEqualTo(28);
    assertThat(cleanUp.denominator()).isEqualTo(44);
    assertThat(cleanUp.value()).isEqualByComparingTo("0.6364");
    assertThat(cleanUp.details().get("kept")).isEqualByComparingTo("16");
    assertThat(metric(compliance, "M04").value()).isEqualByComparingTo("1");
    assertThat(metric(compliance, "M05").value()).isEqualByComparingTo("1");
    assertThat(metric(compliance, "M05").denominator()).isEqualTo(28);
    assertThat(metric(compliance, "M01").value()).isEqualByComparingTo("17");
  }

  /** An overview leaves the metrics out, and nothing else. */
  @Test
  void withoutItsMetricsADayIsOtherwiseTheSame() {
    LocalDate day = TODAY.minusDays(3);
    TownFacts facts =
        town(
            district(rules().with("G-ZOMB", "M").set()),
            List.of(
                aGroup("g").filed(TODAY.minusDays(90)).known(), aGroup("new").filed(day).known()),
            List.of(aFinding("G-ZOMB", "g").raised(day).known()),
            Map.of("G-ZOMB", 2));

    TownCompliance bare = Calculator.withoutMetrics(facts, new Reports(facts), day);

    assertThat(bare.metrics()).isEmpty();
    assertThat(bare.changes().counts()).isNotEmpty();
    assertThat(bare)
        .usingRecursiveComparison()
        .ignoringFields("metrics")
        .isEqualTo(Calculator.of(facts, day));
  }

  @Test
  void sevenOfTenApplicableRulesHoldIsSeventyPerCentHoweverManyDoNotApply() {
    Rules rules = rules();
    Map<String, Integer> exposure = new HashMap<>();
    List<FindingFact> findings = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      String rule = "G-R" + (char) ('A' + i);
      rules.with(rule, "M");
      if (i < 10) {
        exposure.put(rule, 1);
      }
      if (i < 3) {
        findings.add(aFinding(rule, "g").raised(TODAY.minusDays(1)).known());
      }
    }

    CompositeScore score =
        Calculator.of(
                town(
                    district(rules.set()),
                    List.of(aGroup("g").filed(TODAY.minusDays(90)).known()),
                    findings,
                    exposure),
                TODAY)
            .score();

    assertThat(score.effective()).isEqualByComparingTo("70.0");
    assertThat(score.areas().getFirst().terms()).hasSize(10);
    assertThat(score.areas().getFirst().notApplicable()).hasSize(5);
  }

  @Test
  void aTownThatHasSentNothingIsGreyAndNotGreen() {
    TownCompliance compliance =
        Calculator.of(
            town(district(rules().with("G-ZOMB", "M").set()), List.of(), List.of(), Map.of()),
            TODAY);

    assertThat(compliance.band()).isEqualTo(Band.GREY);
    assertThat(compliance.score().effective()).isNull();
    assertThat(compliance.coverage().value()).isNull();
    assertThat(metric(compliance, "M02").value()).isNull();
  }

  @Test
  void withoutARuleSetNothingIsJudged() {
    TownCompliance compliance =
        Calculator.of(
            town(district(rules().set()), List.of(), List.of(), Map.of()),
            LocalDate.of(2025, 12, 31));

    assertThat(compliance.ruleSet()).isNull();
    assertThat(compliance.band()).isEqualTo(Band.GREY);
    assertThat(compliance.metrics()).isEmpty();
  }

  static Metric metric(TownCompliance compliance, String id) {
    return compliance.metrics().stream()
        .filter(metric -> metric.id().equals(id))
        .findAny()
        .orElseThrow();
  }
}
