package cn.jianfu.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.finding.domain.Actor;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.FindingOnDay;
import cn.jianfu.report.finding.domain.Gravity;
import cn.jianfu.report.finding.domain.Handling;
import cn.jianfu.report.finding.domain.Judgement;
import cn.jianfu.report.finding.domain.Run;
import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.finding.domain.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingViewTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  /** What was published long ago still names who it is about, as a reference. */
  @Test
  void whomAFindingIsAboutIsNotShown() {
    assertThat(viewOf("G-DUPP", "k1:hash|350213101000").subjectKey()).isEqualTo("f");
    assertThat(viewOf("G-ZOMB", "g").subjectKey()).isEqualTo("g");
  }

  @Test
  void whatWasConfirmedAndIsOnlyCalledOtherwiseIsTold() {
    Judgement confirmed = judged(Verdict.CONFIRMED, DAY.minusDays(8));

    assertThat(over("RELABELLED", confirmed).confirmedYetRelabelled()).isTrue();
    assertThat(over("DATA", confirmed).confirmedYetRelabelled()).isFalse();
    assertThat(over("RELABELLED").confirmedYetRelabelled()).isFalse();
    assertThat(
            over("RELABELLED", confirmed, judged(Verdict.TAKEN_BACK, DAY)).confirmedYetRelabelled())
        .isFalse();
    assertThat(
            over("RELABELLED", judged(Verdict.DISMISSED, DAY.minusDays(8)))
                .confirmedYetRelabelled())
        .isFalse();
  }

  @Test
  void whatWasConfirmedBeforeItCameBackIsNotDueForWhatIsOnlyCalledOtherwise() {
    Run before = new Run(DAY.minusDays(30), DAY.minusDays(20), "DATA");
    Run last = new Run(DAY.minusDays(9), DAY.minusDays(1), "RELABELLED");
    Judgement said = judged(Verdict.CONFIRMED, DAY.minusDays(25));

    assertThat(viewOf("G-DUPM", "m", List.of(before, last), said).confirmedYetRelabelled())
        .isFalse();
  }

  @Test
  void whatHoldsAgainIsNotOver() {
    Run before = new Run(DAY.minusDays(30), DAY.minusDays(20), "RELABELLED");
    Run again = new Run(DAY.minusDays(9), null, null);
    Judgement said = judged(Verdict.CONFIRMED, DAY.minusDays(8));

    assertThat(viewOf("G-DUPM", "m", List.of(before, again), said).confirmedYetRelabelled())
        .isFalse();
  }

  private static FindingView over(String why, Judgement... said) {
    return viewOf("G-DUPM", "m", List.of(new Run(DAY.minusDays(9), DAY.minusDays(1), why)), said);
  }

  private static Judgement judged(Verdict verdict, LocalDate on) {
    Instant at = on.atStartOfDay(ZoneOffset.UTC).toInstant();
    Actor by = new Actor("i", "s", "discipline", "350213000000");
    return new Judgement(verdict, "经核实", by, at, on, Gravity.of(Severity.MAJOR, 1, Map.of()));
  }

  private static FindingView viewOf(String rule, String subject) {
    return viewOf(rule, subject, List.of(new Run(DAY, null, null)));
  }

  private static FindingView viewOf(
      String rule, String subject, List<Run> runs, Judgement... said) {
    Detected detected =
        new Detected(
            "f",
            rule,
            subject,
            List.of(),
            "群",
            "350213101000",
            "350213101000",
            Severity.MAJOR,
            "district@1",
            Map.of("groups", 12),
            "因为",
            "because",
            "API",
            DAY,
            runs,
            List.of());
    FindingOnDay shown =
        FindingOnDay.of(detected, new Handling("f", List.of(said), List.of()), DAY, BigDecimal.ZERO)
            .orElseThrow();
    return FindingView.of(shown, false, DAY);
  }
}
