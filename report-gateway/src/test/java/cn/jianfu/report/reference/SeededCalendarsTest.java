package cn.jianfu.report.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.supervision.WorkCalendarV1;
import cn.jianfu.report.reference.domain.Ruling;
import cn.jianfu.report.reference.domain.WorkCalendar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The calendars that an empty gateway starts with. */
class SeededCalendarsTest {

  private static final List<WorkCalendar> SEEDED =
      List.of(
              ReferenceSeed.read(
                  new ClassPathResource("seed/work-calendars.json"), WorkCalendarV1[].class))
          .stream()
          .map(ReferenceContracts::read)
          .toList();

  @Test
  void aYearWhoseHolidaysAreNotKnownIsNotAmongThem() {
    assertThat(SEEDED).isNotEmpty().allMatch(WorkCalendar::complete);
  }

  @Test
  void eachIsACalendarThatTheDistrictCouldHavePut() {
    assertThat(SEEDED)
        .allSatisfy(it -> assertThat(WorkCalendar.decide(null, it)).isEqualTo(Ruling.accepted(it)));
  }
}
