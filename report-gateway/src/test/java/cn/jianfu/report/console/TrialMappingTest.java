package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.Fixtures;
import cn.jianfu.report.compliance.domain.GreyBecause;
import cn.jianfu.report.compliance.domain.Standing;
import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.RuleTrial;
import cn.jianfu.report.reference.domain.Fault;
import cn.jianfu.report.reference.domain.Refusal;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.trial.TrialAnswer;
import cn.jianfu.report.trial.TriedTown;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrialMappingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final RuleSet RULES = Fixtures.rules().with("G-ZOMB", "M").set();
  private static final Names NAMES = new Names(Fixtures.district(RULES), TODAY);

  @Test
  void aTownThatWouldBeGreyHasNoIndexThenAndAReason() {
    TrialPage.Outcome shown =
        outcome(
            new TriedTown(
                "1",
                "一镇",
                "One",
                standing(cn.jianfu.report.compliance.domain.Band.GREEN, null),
                standing(
                    cn.jianfu.report.compliance.domain.Band.GREY, GreyBecause.TOO_LITTLE_JUDGED),
                null));

    assertThat(shown.towns().getFirst().then())
        .isEqualTo(new TrialPage.Standing(Band.NO_DATA, "TOO_LITTLE_JUDGED", null, null));
    assertThat(shown.towns().getFirst().now())
        .isEqualTo(new TrialPage.Standing(Band.GOOD, null, 88.0, 86.0));
    assertThat(shown.towns().getFirst().delta()).isNull();
    assertThat(shown.inAnotherBand()).isEqualTo(1);
  }

  @Test
  void aTownThatStaysAsItIsCountsNowhere() {
    Standing same = standing(cn.jianfu.report.compliance.domain.Band.GREEN, null);
    TrialPage.Outcome shown = outcome(new TriedTown("1", "一镇", "One", same, same, null));

    assertThat(shown.inAnotherBand()).isZero();
    assertThat(shown.otherIndex()).isZero();
    assertThat(shown.notComputed()).isZero();
  }

  @Test
  void whatIsNotComputedSaysWhy() {
    TrialPage.Outcome shown =
        outcome(
            new TriedTown("1", "一镇", "One", null, null, TriedTown.NotComputed.TOO_MANY_FINDINGS));

    assertThat(shown.towns().getFirst().notComputed()).isEqualTo("TOO_MANY_FINDINGS");
    assertThat(shown.notComputed()).isEqualTo(1);
  }

  @Test
  void whereTheRuleAloneCanJudgeSomethingElseNoFindingIsShown() {
    TrialAnswer.Known known =
        new TrialAnswer.Known(
            TODAY,
            "district@1",
            List.of(
                new RuleTrial.Effect(
                    "1",
                    "G-ZOMB",
                    3,
                    3,
                    0,
                    0,
                    new RuleTrial.Both(9, 5),
                    new RuleTrial.Both(0, 4),
                    List.of(),
                    List.of())),
            List.of(),
            List.of());

    assertThat(TrialMapping.outcome(known, NAMES).effects()).isEmpty();
  }

  @Test
  void whatKeepsANumberFromBeingTriedIsSaid() {
    Fault fault =
        new Fault(Refusal.NUMBER_OUT_OF_RANGE, "/thresholds/band.green", Map.of("range", "0–100"));

    assertThat(TrialMapping.outcome(new TrialAnswer.Faulty(List.of(fault)), NAMES))
        .isEqualTo(TrialPage.Outcome.problem("trial.fault.NUMBER_OUT_OF_RANGE", "0–100"));
    assertThat(TrialMapping.outcome(new TrialAnswer.Nothing(Degraded.BUSY), NAMES).problem())
        .isEqualTo("trial.nothing.BUSY");
    assertThat(TrialMapping.outcome(new TrialAnswer.Declined("应为整数"), NAMES))
        .isEqualTo(TrialPage.Outcome.problem("trial.declined", "应为整数"));
  }

  @Test
  void theMarksOfTownsCanBeTriedToo() {
    assertThat(
            TrialMapping.page(RULES, TrialForm.of(null, null), null).choices().stream()
                .map(RuleSetPage.Threshold::key))
        .contains("band.green", "zombie.idleDays")
        .doesNotContain("data.freshDays", "order.defaultDueWorkingDays");
  }

  private static TrialPage.Outcome outcome(TriedTown town) {
    return TrialMapping.outcome(
        new TrialAnswer.Known(TODAY, "district@1", List.of(), List.of(), List.of(town)), NAMES);
  }

  private static Standing standing(
      cn.jianfu.report.compliance.domain.Band band, @Nullable GreyBecause why) {
    return new Standing(band, why, new BigDecimal("86.0"), new BigDecimal("88.0"));
  }
}
