package cn.jianfu.report.finding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.messaging.EventJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContestTest {

  private static final LocalDate FIRST = AFinding.FIRST;
  private static final Actor TOWN = new Actor("i", "t", "town-office", "u");
  private static final Actor DISTRICT = new Actor("i", "s", "discipline", "d");

  @Test
  void aContestWaitsUntilAJudgementAnswersIt() {
    Handling contested = accepted(Handling.none("f").contest(contest("备用群", 1), open()));
    assertThat(contested.contested()).isTrue();

    Handling answered = accepted(contested.decide(judgement(Verdict.CONFIRMED, 2), open()));
    assertThat(answered.contested()).isFalse();
    assertThat(answered.contests()).hasSize(1);
  }

  @Test
  void theSameVerdictAsBeforeIsAnAnswerWhenTheFindingWasContestedMeanwhile() {
    Handling confirmed =
        accepted(Handling.none("f").decide(judgement(Verdict.CONFIRMED, 1), open()));
    Handling contested = accepted(confirmed.contest(contest("备用群", 2), open()));

    assertThat(confirmed.decide(judgement(Verdict.CONFIRMED, 3), open()))
        .isInstanceOf(Handling.Ruling.Unchanged.class);
    assertThat(accepted(contested.decide(judgement(Verdict.CONFIRMED, 3), open())).contested())
        .isFalse();
  }

  @Test
  void oneContestAtATimeAndTheSameAgainSaysNothingNew() {
    Handling contested = accepted(Handling.none("f").contest(contest("备用群", 1), open()));

    assertThat(contested.contest(contest("备用群", 2), open()))
        .isInstanceOf(Handling.Ruling.Unchanged.class);
    assertThat(contested.contest(contest("另有原因", 2), open()))
        .isEqualTo(new Handling.Ruling.Declined(Handling.Refusal.CONTEST_OPEN));
  }

  @Test
  void nothingIsContestedWithoutAReasonOrWhenItHoldsNoLonger() {
    assertThat(Handling.none("f").contest(contest(" ", 1), open()))
        .isEqualTo(new Handling.Ruling.Declined(Handling.Refusal.REASON_MISSING));
    assertThat(Handling.none("f").contest(contest("已解散", 5), detected(3)))
        .isEqualTo(new Handling.Ruling.Declined(Handling.Refusal.FINDING_CLEARED));
  }

  @Test
  void aContestDoesNotChangeHowTheFindingIsShown() {
    Handling contested = accepted(Handling.none("f").contest(contest("备用群", 1), open()));

    assertThat(ShownState.of(open(), contested, FIRST.plusDays(2), new BigDecimal("0.5")))
        .isEqualTo(ShownState.SUSPECTED);
  }

  @Test
  void aHandlingOfBeforeThereWereContestsIsRead() {
    byte[] kept = "{\"findingId\":\"f\",\"judgements\":[]}".getBytes(StandardCharsets.UTF_8);

    assertThat(EventJson.read(kept, Handling.class)).isEqualTo(Handling.none("f"));
  }

  private static Handling accepted(Handling.Ruling ruling) {
    assertThat(ruling).isInstanceOf(Handling.Ruling.Accepted.class);
    return ((Handling.Ruling.Accepted) ruling).next();
  }

  private static Contest contest(String reason, int day) {
    LocalDate on = FIRST.plusDays(day);
    return new Contest(reason, TOWN, on.atStartOfDay().toInstant(ZoneOffset.UTC), on);
  }

  private static Judgement judgement(Verdict verdict, int day) {
    LocalDate on = FIRST.plusDays(day);
    Instant at = on.atStartOfDay().toInstant(ZoneOffset.UTC);
    return new Judgement(verdict, "核实", DISTRICT, at, on, Gravity.of(Severity.MAJOR, 1, Map.of()));
  }

  private static Detected open() {
    return detected(null);
  }

  private static Detected detected(@Nullable Integer clearedAfter) {
    Run run =
        new Run(
            FIRST,
            clearedAfter == null ? null : FIRST.plusDays(clearedAfter),
            clearedAfter == null ? null : "DATA");
    return AFinding.zombie(60, run);
  }
}
