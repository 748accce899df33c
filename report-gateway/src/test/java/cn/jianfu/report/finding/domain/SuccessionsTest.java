package cn.jianfu.report.finding.domain;

import static cn.jianfu.report.finding.domain.AFinding.judgement;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuccessionsTest {

  private static final LocalDate FIRST = AFinding.FIRST;
  private static final LocalDate JOINED = FIRST.plusDays(10);

  private final Detected former = finding("old", "entry", new Run(FIRST, JOINED, "JOINED"));
  private final Detected latter = finding("new", "group", new Run(JOINED, null, null));

  @Test
  void whatWasSaidStandsFromTheDayOnWhichBothBecameOne() {
    Handling carried = carried(judged("old", Verdict.CONFIRMED, 3), former);

    assertThat(carried.findingId()).isEqualTo("new");
    assertThat(state(carried, JOINED)).isEqualTo(ShownState.CONFIRMED);
    Judgement said = carried.judgements().getLast();
    assertThat(said.on()).isEqualTo(JOINED);
    assertThat(said.saidOn()).isEqualTo(FIRST.plusDays(3));
    assertThat(said.carried()).isEqualTo(new Judgement.Carried("old", FIRST.plusDays(3)));
    assertThat(state(carried(judged("old", Verdict.DISMISSED, 3), former), JOINED))
        .isEqualTo(ShownState.DISMISSED);
  }

  @Test
  void whatIsSaidOfTheFindingItselfStands() {
    Handling own = judged("new", Verdict.DISMISSED, 12);

    assertThat(successions(former).handling(latter, own, _ -> judged("old", Verdict.CONFIRMED, 3)))
        .isSameAs(own);
  }

  @Test
  void whatWasTakenBackOrNeverSaidIsNotCarried() {
    Handling takenBack =
        new Handling(
            "old",
            List.of(judgement(Verdict.CONFIRMED, 3), judgement(Verdict.TAKEN_BACK, 4)),
            List.of());

    assertThat(carried(takenBack, former).judgements()).isEmpty();
    assertThat(carried(null, former).judgements()).isEmpty();
  }

  @Test
  void onlyTheSameRuleOfAnEntryThatWasJoinedGoesOn() {
    Handling confirmed = judged("old", Verdict.CONFIRMED, 3);

    assertThat(
            carried(confirmed, finding("old", "entry", new Run(FIRST, JOINED, "DATA")))
                .judgements())
        .as("it was put right before")
        .isEmpty();
    assertThat(
            carried(confirmed, finding("old", "another", new Run(FIRST, JOINED, "JOINED")))
                .judgements())
        .isEmpty();
    Detected other =
        new Detected(
            "old",
            "G-HOURS",
            "entry",
            List.of("entry"),
            "群",
            "u",
            "t",
            Severity.MAJOR,
            "d@1",
            Map.of(),
            "",
            "",
            "API",
            FIRST,
            List.of(new Run(FIRST, JOINED, "JOINED")),
            List.of());
    assertThat(carried(confirmed, other).judgements()).isEmpty();
  }

  private Handling carried(@Nullable Handling handling, Detected from) {
    return successions(from).handling(latter, Handling.none("new"), _ -> handling);
  }

  private Successions successions(Detected from) {
    return Successions.among(List.of(latter), List.of(from), Map.of("entry", "group"));
  }

  private ShownState state(Handling handling, LocalDate day) {
    return ShownState.of(latter, handling, day, new BigDecimal("0.5"));
  }

  private static Handling judged(String finding, Verdict verdict, int day) {
    return new Handling(finding, List.of(judgement(verdict, day)), List.of());
  }

  private static Detected finding(String id, String group, Run run) {
    return new Detected(
        id,
        "G-ZOMB",
        group,
        List.of(group),
        "群",
        "u",
        "t",
        Severity.MAJOR,
        "d@1",
        Map.of("idleDays", 60),
        "",
        "",
        "API",
        FIRST,
        List.of(run),
        List.of());
  }
}
