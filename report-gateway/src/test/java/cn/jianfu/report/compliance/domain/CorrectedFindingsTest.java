package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.XINDIAN;
import static cn.jianfu.report.compliance.domain.Fixtures.aFinding;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.roundOpened;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.CorrectedFindings.Corrected;
import cn.jianfu.report.finding.domain.Verdict;
import cn.jianfu.report.reference.domain.District;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was counted in error counts nowhere, and is told of nevertheless. */
class CorrectedFindingsTest {

  private static final LocalDate OPENED = TODAY.minusDays(20);
  private static final District WITH_ROUND = district(rules().set(), roundOpened(OPENED));

  @Test
  void aFindingOfMonthsAgoIsToldOfWhenItWasCorrected() {
    FindingFact wrong = found(100, 70).corrected(TODAY.minusDays(3)).known();

    assertThat(corrected(wrong).findings())
        .singleElement()
        .returns("G-HOURS", Corrected::rule)
        .returns(TODAY.minusDays(100), Corrected::raisedOn)
        .returns(TODAY.minusDays(70), Corrected::clearedOn)
        .returns(TODAY.minusDays(3), Corrected::correctedOn)
        .returns(false, Corrected::confirmed);
    assertThat(CorrectedFindings.of(facts(wrong), TODAY.minusDays(4)).total()).isZero();
  }

  @Test
  void whatWasCorrectedBeforeTheRoundIsNotToldOf() {
    assertThat(corrected(found(100, 70).corrected(OPENED.minusDays(1)).known()).total()).isZero();
  }

  @Test
  void whatTheDistrictHadConfirmedIsCounted() {
    LocalDate within = TODAY.minusDays(80);
    FindingFact confirmed =
        found(100, 70).judged(Verdict.CONFIRMED, within).corrected(TODAY).known();
    FindingFact takenBack =
        found(100, 70)
            .judged(Verdict.CONFIRMED, within)
            .judged(Verdict.TAKEN_BACK, within)
            .corrected(TODAY)
            .known();

    assertThat(corrected(confirmed)).returns(1, CorrectedFindings::confirmed);
    assertThat(corrected(takenBack)).returns(0, CorrectedFindings::confirmed);
  }

  @Test
  void whatWasWithdrawnWithItsGroupIsNoneOfThem() {
    FindingFact withdrawn =
        aFinding("G-HOURS", "a").raised(OPENED).cleared(TODAY, "WITHDRAWN").known();

    assertThat(corrected(withdrawn).total()).isZero();
  }

  private static Fixtures.FindingBuilder found(int fromDaysAgo, int toDaysAgo) {
    return aFinding("G-HOURS", "a")
        .raised(TODAY.minusDays(fromDaysAgo))
        .cleared(TODAY.minusDays(toDaysAgo));
  }

  private static CorrectedFindings corrected(FindingFact mistaken) {
    return CorrectedFindings.of(facts(mistaken), TODAY);
  }

  private static TownFacts facts(FindingFact mistaken) {
    return new TownFacts(
        XINDIAN,
        WITH_ROUND,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(mistaken));
  }
}
