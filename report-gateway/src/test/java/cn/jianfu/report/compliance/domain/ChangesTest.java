package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static cn.jianfu.report.compliance.domain.Fixtures.town;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.Change.What;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private static final LocalDate LONG_AGO = TODAY.minusDays(300);

  @Test
  void aGroupThatCameBackIsToldAsRestoredAndNotAsDeclaredAgain() {
    GroupFact back =
        aGroup("back")
            .entered(GroupState.DECLARED, LONG_AGO)
            .entered(GroupState.DISSOLVED, TODAY.minusDays(20))
            .entered(GroupState.DECLARED, TODAY.minusDays(2))
            .known();

    assertThat(counts(back)).containsExactly(Map.entry(What.GROUP_RESTORED, 1));
  }

  @Test
  void whatHappenedInTheSameWeekIsToldBothTimes() {
    GroupFact back =
        aGroup("back")
            .filed(LONG_AGO)
            .entered(GroupState.MERGED, TODAY.minusDays(3))
            .entered(GroupState.ACTIVE, TODAY.minusDays(2))
            .known();

    assertThat(counts(back))
        .containsOnly(Map.entry(What.GROUP_MERGED, 1), Map.entry(What.GROUP_RESTORED, 1));
  }

  @Test
  void aGroupThatIsArchivedHasNotComeBack() {
    GroupFact gone =
        aGroup("gone")
            .filed(LONG_AGO)
            .entered(GroupState.DISSOLVED, TODAY.minusDays(40))
            .entered(GroupState.ARCHIVED, TODAY.minusDays(1))
            .known();

    assertThat(counts(gone)).isEmpty();
  }

  @Test
  void aGroupWhoseFilingWasUndoneIsNotDeclaredAgain() {
    GroupFact undone =
        aGroup("undone")
            .entered(GroupState.DECLARED, LONG_AGO)
            .entered(GroupState.FILED, TODAY.minusDays(3))
            .entered(GroupState.DECLARED, TODAY.minusDays(2))
            .known();

    assertThat(counts(undone)).isEmpty();
  }

  @Test
  void aGroupThatOnlyCountersHadToldOfIsDeclaredOnce() {
    GroupFact seen =
        aGroup("seen")
            .entered(GroupState.OBSERVED, LONG_AGO)
            .entered(GroupState.DECLARED, TODAY.minusDays(3))
            .entered(GroupState.FILED, TODAY.minusDays(2))
            .entered(GroupState.DECLARED, TODAY.minusDays(1))
            .known();

    assertThat(counts(seen)).containsExactly(Map.entry(What.GROUP_DECLARED, 1));
  }

  private static Map<What, Integer> counts(GroupFact group) {
    return Changes.of(town(district(rules().set()), List.of(group), List.of(), Map.of()), TODAY)
        .counts();
  }
}
