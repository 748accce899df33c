package cn.jianfu.report.closing.domain;

import static cn.jianfu.report.closing.Results.CLOSED_AT;
import static cn.jianfu.report.closing.Results.aResult;
import static cn.jianfu.report.closing.Results.metric;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.closing.Results;
import cn.jianfu.report.compliance.domain.Band;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionTest {

  @Test
  void aDayThatSaysTheSameWasNotRevised() {
    Revision revision = Revision.of(aResult().closed(), aResult().known());

    assertThat(revision.revised()).isFalse();
    assertThat(revision.closedAt()).isEqualTo(CLOSED_AT);
  }

  @Test
  void aNumberWrittenOtherwiseIsTheSameNumber() {
    assertThat(differences(aResult().with(metric("M06", 1, 1, 15L, "0.06670", 1)))).isEmpty();
  }

  @Test
  void bandScoreAndFindingsAreNamedWithThenAndNow() {
    Revision revision =
        Revision.of(aResult().closed(), aResult().scored(Band.GREEN, "86.0").open("M", 4).known());

    assertThat(revision.differences())
        .extracting(Difference::what)
        .containsExactly("band", "effective", "open.M");
    assertThat(revision.differences().getFirst())
        .isEqualTo(new Difference("band", Figures.text("YELLOW"), Figures.text("GREEN")));
    assertThat(revision.differences().getLast())
        .isEqualTo(new Difference("open.M", Figures.number(6), Figures.number(4)));
  }

  @Test
  void aMetricOfWhichOnlyTheUnknownChangedIsNamedToo() {
    assertThat(differences(aResult().with(metric("M06", 1, 1, 15L, "0.0667", 0))))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.what()).isEqualTo("M06");
          assertThat(it.then().unknown()).isEqualTo(1);
          assertThat(it.now().unknown()).isZero();
          assertThat(it.now().value()).isEqualByComparingTo(new BigDecimal("0.0667"));
        });
  }

  @Test
  void whatWasNotMeasuredThenIsNoCorrection() {
    assertThat(differences(aResult().with(metric("M99", 1, 1, 2L, "0.5", 0)))).isEmpty();
  }

  @Test
  void aMetricOfAnotherFormulaIsNotComparedWithItself() {
    assertThat(differences(aResult().with(metric("M06", 2, 9, 15L, "0.6", 1)))).isEmpty();
  }

  @Test
  void aNewerFormulaOfTheScoreIsNamedWhereItLeadsToAnotherNumberOnly() {
    assertThat(differences(aResult().byFormula(3, "80.1"))).isEmpty();
    assertThat(differences(aResult().byFormula(3, "84.0")))
        .extracting(Difference::what)
        .containsExactly("raw", "formula");
    assertThat(differences(aResult().byFormula(3, "80.1").open("M", 4)))
        .extracting(Difference::what)
        .containsExactly("open.M", "formula");
  }

  private static List<Difference> differences(Results now) {
    return Revision.of(aResult().closed(), now.known()).differences();
  }
}
