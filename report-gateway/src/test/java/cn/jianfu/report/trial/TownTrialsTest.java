package cn.jianfu.report.trial;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.Band;
import cn.jianfu.report.compliance.domain.GreyBecause;
import cn.jianfu.report.compliance.domain.Standing;
import cn.jianfu.report.compliance.domain.TownTrial.OfRule;
import cn.jianfu.report.compliance.domain.TownTrial.Subjects;
import cn.jianfu.report.group.RuleTrial;
import cn.jianfu.report.group.RuleTrial.Both;
import cn.jianfu.report.trial.TriedTown.NotComputed;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TownTrialsTest {

  @Test
  void whatARuleCouldJudgeIsTakenOverWhereItWouldBeOtherwise() {
    assertThat(TownTrials.ofRule(effect(new Both(44, 40), new Both(0, 4))))
        .isEqualTo(new OfRule("G-ZOMB", Set.of("a"), Set.of("b"), new Subjects(40, 4)));
    assertThat(TownTrials.ofRule(effect(new Both(44, 44), new Both(0, 4))).judging())
        .isEqualTo(new Subjects(44, 4));
  }

  @Test
  void whatStaysAsItIsIsNotTakenOver() {
    assertThat(TownTrials.ofRule(effect(new Both(44, 44), new Both(2, 2))).judging()).isNull();
    assertThat(TownTrials.ofRule(effect(null, null)).judging()).isNull();
  }

  @Test
  void aTownIsInAnotherBandWhenItsBandIsAnotherAndNotItsIndexAlone() {
    Standing green = new Standing(Band.GREEN, null, TEN, TEN);
    Standing lower = new Standing(Band.GREEN, null, ONE, ONE);
    Standing grey = new Standing(Band.GREY, GreyBecause.TOO_LITTLE_JUDGED, TEN, TEN);

    assertThat(
            TriedTown.inAnotherBand(
                List.of(
                    new TriedTown("1", "", "", green, lower, null),
                    new TriedTown("2", "", "", green, grey, null),
                    new TriedTown("3", "", "", grey, grey, null),
                    new TriedTown("4", "", "", null, null, NotComputed.TOO_MANY_FINDINGS))))
        .isEqualTo(1);
  }

  private static RuleTrial.Effect effect(@Nullable Both exposure, @Nullable Both unjudged) {
    return new RuleTrial.Effect(
        "350213101000", "G-ZOMB", 5, 5, 1, 1, exposure, unjudged, List.of("a"), List.of("b"));
  }
}
