package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.roundOpened;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static cn.jianfu.report.compliance.domain.Fixtures.town;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A group that was declared in error counts nowhere, on no day. */
class WithdrawnGroupsTest {

  private static final LocalDate OPENED = TODAY.minusDays(20);

  private final GroupFact wrong =
      aGroup("wrong")
          .created(TODAY.minusDays(200))
          .filed(OPENED.minusDays(9))
          .entered(GroupState.WITHDRAWN, TODAY.minusDays(3))
          .known();
  private final GroupFact kept = aGroup("kept").filed(OPENED.minusDays(90)).known();
  private final GroupFact gone =
      aGroup("gone").filed(OPENED.minusDays(90)).dissolved(OPENED.plusDays(2)).known();

  @Test
  void everyMetricOfEveryDayIsAsIfItHadNeverBeen() {
    for (LocalDate day = OPENED.minusDays(30); !day.isAfter(TODAY); day = day.plusDays(1)) {
      assertThat(Calculator.of(facts(wrong, kept, gone), day))
          .as(day.toString())
          .usingRecursiveComparison()
          .ignoringFields("metrics.details")
          .isEqualTo(Calculator.of(facts(kept, gone), day));
    }
  }

  @Test
  void allThatIsToldOfItBesidesIsThatTheBaselineIsSmallerWithoutIt() {
    for (LocalDate day = OPENED.minusDays(30); !day.isAfter(TODAY); day = day.plusDays(1)) {
      Map<String, SortedMap<String, BigDecimal>> told = details(day, wrong, kept, gone);
      if (!day.isBefore(TODAY.minusDays(3))) {
        assertThat(Objects.requireNonNull(told.get("M03")).remove("withdrawn"))
            .as(day.toString())
            .isEqualByComparingTo("1");
      }
      assertThat(told).as(day.toString()).isEqualTo(details(day, kept, gone));
    }
  }

  private static Map<String, SortedMap<String, BigDecimal>> details(
      LocalDate day, GroupFact... groups) {
    return Calculator.of(facts(groups), day).metrics().stream()
        .collect(Collectors.toMap(Metric::id, metric -> new TreeMap<>(metric.details())));
  }

  @Test
  void ofATownThatHasDeclaredNothingElseNothingIsKnown() {
    assertThat(WorkedExamplesTest.metric(Calculator.of(facts(wrong), TODAY), "M01"))
        .isEqualTo(WorkedExamplesTest.metric(Calculator.of(facts(), TODAY), "M01"));
    assertThat(Changes.of(facts(wrong), TODAY).latest()).isEmpty();
  }

  @Test
  void declaredAgainItIsThereFromThenOn() {
    LocalDate again = TODAY.minusDays(1);
    GroupFact right =
        aGroup("wrong")
            .filed(OPENED.minusDays(9))
            .entered(GroupState.WITHDRAWN, TODAY.minusDays(3))
            .entered(GroupState.DECLARED, again)
            .known();

    assertThat(right.stateOn(again)).contains(GroupState.DECLARED);
    assertThat(right.stateOn(again.minusDays(1))).isEmpty();
    assertThat(right.stateOn(OPENED)).isEmpty();
    assertThat(WorkedExamplesTest.metric(Calculator.of(facts(right, gone), TODAY), "M03"))
        .usingRecursiveComparison()
        .ignoringFields("details")
        .isEqualTo(WorkedExamplesTest.metric(Calculator.of(facts(gone), TODAY), "M03"));
  }

  private static TownFacts facts(GroupFact... groups) {
    return town(
        district(rules().set(), roundOpened(OPENED)),
        new ArrayList<>(List.of(groups)),
        List.of(),
        Map.of());
  }
}
