package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A decision is due until it is carried out, and only if it asks for that. */
class DecisionDueTest {

  private static final GroupFact DISSOLVED_LATE =
      aGroup("g")
          .filed(TODAY.minusDays(90))
          .decided(CleanupDecision.Kind.DISSOLVE, TODAY.minusDays(30), TODAY.minusDays(5))
          .known();

  @Test
  void itIsDueFromItsDayOnUntilItIsCarriedOut() {
    assertThat(DISSOLVED_LATE.dueOn(TODAY.minusDays(31))).isEmpty();
    assertThat(DISSOLVED_LATE.dueOn(TODAY.minusDays(30))).hasValue(TODAY.minusDays(20));
    assertThat(DISSOLVED_LATE.dueOn(TODAY.minusDays(6))).hasValue(TODAY.minusDays(20));
    assertThat(DISSOLVED_LATE.dueOn(TODAY.minusDays(5))).isEmpty();
  }

  @Test
  void nothingIsDueOfAGroupThatIsKeptOrOfWhichNothingIsDecided() {
    assertThat(aGroup("g").filed(TODAY.minusDays(90)).kept(TODAY).known().dueOn(TODAY)).isEmpty();
    assertThat(aGroup("g").filed(TODAY.minusDays(90)).known().dueOn(TODAY)).isEmpty();
  }
}
