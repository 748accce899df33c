package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.roundOpened;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static cn.jianfu.report.compliance.domain.Fixtures.town;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A group that was listed twice, by its register and under its platform's id, counts once. */
class JoinedGroupsTest {

  private static final LocalDate OPENED = TODAY.minusDays(20);
  private final GroupFact listed =
      aGroup("listed")
          .filed(OPENED.minusDays(90))
          .entered(GroupState.JOINED, TODAY.minusDays(5))
          .known();
  private final GroupFact goesOn =
      aGroup("known").filed(OPENED.minusDays(90)).dissolved(TODAY.minusDays(2)).known();

  @Test
  void everyMetricOfEveryDayIsAsIfItHadBeenListedOnce() {
    for (LocalDate day = OPENED.minusDays(30); !day.isAfter(TODAY); day = day.plusDays(1)) {
      assertThat(Calculator.of(facts(listed, goesOn), day))
          .as(day.toString())
          .isEqualTo(Calculator.of(facts(goesOn), day));
    }
  }

  @Test
  void joiningIsNothingThatATownHasDone() {
    assertThat(Changes.of(facts(listed), TODAY).latest()).isEmpty();
  }

  private static TownFacts facts(GroupFact... groups) {
    return town(
        district(rules().set(), roundOpened(OPENED)),
        new ArrayList<>(List.of(groups)),
        List.of(),
        Map.of());
  }
}
