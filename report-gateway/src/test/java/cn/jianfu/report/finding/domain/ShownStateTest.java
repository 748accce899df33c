package cn.jianfu.report.finding.domain;

import static cn.jianfu.report.finding.domain.AFinding.judgement;
import static cn.jianfu.report.finding.domain.AFinding.seen;
import static cn.jianfu.report.finding.domain.ShownState.CLEARED;
import static cn.jianfu.report.finding.domain.ShownState.CONFIRMED;
import static cn.jianfu.report.finding.domain.ShownState.DISMISSED;
import static cn.jianfu.report.finding.domain.ShownState.FIXED;
import static cn.jianfu.report.finding.domain.ShownState.REOPENED;
import static cn.jianfu.report.finding.domain.ShownState.SUSPECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShownStateTest {

  private static final LocalDate FIRST = AFinding.FIRST;

  @Test
  void whatIsDetectedIsSuspectedUntilAPersonSaysSo() {
    assertThat(shown(detected(1, run(0, null)), judged(), 0)).isEqualTo(SUSPECTED);
    assertThat(shown(detected(1, run(0, null)), judged(Verdict.CONFIRMED, 1), 0))
        .isEqualTo(SUSPECTED);
    assertThat(shown(detected(1, run(0, null)), judged(Verdict.CONFIRMED, 1), 1))
        .isEqualTo(CONFIRMED);
  }

  @Test
  void aConfirmedFindingIsFixedWhenClearedAndReopenedWhenRaisedAgain() {
    Detected detected = detected(1, run(0, 5), run(9, null));
    Handling confirmed = judged(Verdict.CONFIRMED, 1);

    assertThat(shown(detected, confirmed, 4)).isEqualTo(CONFIRMED);
    assertThat(shown(detected, confirmed, 5)).isEqualTo(FIXED);
    assertThat(shown(detected, confirmed, 9)).isEqualTo(REOPENED);
  }

  @Test
  void aConfirmedFindingOfGroupsThatAreOnlyCalledOtherwiseIsNotFixed() {
    Detected relabelled = detected(1, new Run(FIRST, FIRST.plusDays(5), "RELABELLED"));

    assertThat(shown(relabelled, judged(Verdict.CONFIRMED, 1), 5)).isEqualTo(ShownState.CLEARED);
  }

  @Test
  void aReopenedFindingCanBeConfirmedAgain() {
    Detected detected = detected(1, run(0, 5), run(9, null));
    Handling once = judged(Verdict.CONFIRMED, 1);

    Handling.Ruling ruling = once.decide(judgement(Verdict.CONFIRMED, 10), detected);

    assertThat(ruling).isInstanceOf(Handling.Ruling.Accepted.class);
    assertThat(shown(detected, ((Handling.Ruling.Accepted) ruling).next(), 10))
        .isEqualTo(CONFIRMED);
  }

  @Test
  void aDismissedFindingStaysDismissedUntilItsEvidenceIsWorse() {
    Handling dismissed = judged(Verdict.DISMISSED, 1);

    assertThat(shown(detected(60, run(0, null)), dismissed, 1)).isEqualTo(DISMISSED);
    assertThat(shown(detected(90, run(0, null)), dismissed, 1)).isEqualTo(DISMISSED);
    assertThat(shown(detected(91, run(0, null)), dismissed, 1)).isEqualTo(SUSPECTED);
    assertThat(shown(detected(60, run(0, 2), run(4, null)), dismissed, 4)).isEqualTo(DISMISSED);
  }

  @Test
  void aJudgementThatWasTakenBackSaysNothing() {
    Handling takenBack =
        new Handling(
            "f",
            List.of(judgement(Verdict.CONFIRMED, 1), judgement(Verdict.TAKEN_BACK, 2)),
            List.of());

    assertThat(shown(detected(1, run(0, null)), takenBack, 2)).isEqualTo(SUSPECTED);
    assertThat(shown(detected(1, run(0, 3)), takenBack, 3)).isEqualTo(CLEARED);
  }

  /** The run that was judged is none of the runs any more. */
  @Test
  void whatWasSaidOfARunThatNeverHeldIsSaidOfNothing() {
    for (Verdict verdict : List.of(Verdict.CONFIRMED, Verdict.DISMISSED)) {
      assertThat(shown(detected(1, run(9, null)), judged(verdict, 3), 9)).isEqualTo(SUSPECTED);
      assertThat(shown(detected(1, run(0, 2)), judged(verdict, 5), 9)).isEqualTo(CLEARED);
    }
  }

  @Test
  void judgingAlikeTwiceSaysNothingNew() {
    Detected detected = detected(60, run(0, null));

    assertThat(judged(Verdict.CONFIRMED, 1).decide(judgement(Verdict.CONFIRMED, 2), detected))
        .isInstanceOf(Handling.Ruling.Unchanged.class);
    assertThat(judged().decide(judgement(Verdict.TAKEN_BACK, 2), detected))
        .isInstanceOf(Handling.Ruling.Unchanged.class);
  }

  @Test
  void aDismissalNeedsAReason() {
    Judgement silent =
        new Judgement(
            Verdict.DISMISSED,
            " ",
            new Actor("i", "s", "discipline", "u"),
            Instant.EPOCH,
            FIRST,
            seen());

    assertThat(judged().decide(silent, detected(60, run(0, null))))
        .isEqualTo(new Handling.Ruling.Declined(Handling.Refusal.REASON_MISSING));
  }

  @Test
  void whatHoldsNoLongerIsNotJudged() {
    assertThat(judged().decide(judgement(Verdict.CONFIRMED, 3), detected(60, run(0, 2))))
        .isEqualTo(new Handling.Ruling.Declined(Handling.Refusal.FINDING_CLEARED));
  }

  private static ShownState shown(Detected detected, Handling handling, int day) {
    return ShownState.of(detected, handling, FIRST.plusDays(day), new BigDecimal("0.5"));
  }

  private static Run run(int from, @Nullable Integer to) {
    return new Run(
        FIRST.plusDays(from), to == null ? null : FIRST.plusDays(to), to == null ? null : "DATA");
  }

  private static Handling judged() {
    return Handling.none("f");
  }

  private static Handling judged(Verdict verdict, int day) {
    return new Handling("f", List.of(judgement(verdict, day)), List.of());
  }

  private static Detected detected(int idleDays, Run... runs) {
    return AFinding.zombie(idleDays, runs);
  }
}
