package cn.jianfu.report.closing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueDaysTest {

  private static final LocalDate OVER = LocalDate.of(2026, 11, 22);

  @Test
  void theFirstClosingIsOfTheLastDayThatIsOver() {
    assertThat(DueDays.of(null, OVER, 31)).containsExactly(OVER);
  }

  @Test
  void everyDayAfterTheLastClosingIsDueOldestFirst() {
    assertThat(DueDays.of(OVER.minusDays(3), OVER, 31))
        .containsExactly(OVER.minusDays(2), OVER.minusDays(1), OVER);
    assertThat(DueDays.of(OVER.minusDays(1), OVER, 31)).containsExactly(OVER);
  }

  @Test
  void whatIsClosedIsNotDue() {
    assertThat(DueDays.of(OVER, OVER, 31)).isEmpty();
    assertThat(DueDays.of(OVER.plusDays(5), OVER, 31)).as("a clock that went back").isEmpty();
  }

  @Test
  void notMoreThanSoManyDaysAreMadeUpFor() {
    List<LocalDate> due = DueDays.of(OVER.minusDays(400), OVER, 31);

    assertThat(due).hasSize(31).first().isEqualTo(OVER.minusDays(30));
    assertThat(due).last().isEqualTo(OVER);
  }
}
