package cn.jianfu.allinone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SampleWeeksTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final SampleWeeks WEEKS = new SampleWeeks(TODAY, SampleWeeks.ALL);
  private static final SampleWeeks AT_ONCE = new SampleWeeks(TODAY, 0);

  private final SampleEvents says = new SampleEvents(SampleUnit.XINDIAN);

  @Test
  void whatComesInWeekByWeekIsInTheEndWhatComesInAtOnce() {
    for (SampleGroup group : XindianGroups.asOf(TODAY)) {
      List<Object> counted = new ArrayList<>();
      WEEKS.days().stream()
          .filter(day -> WEEKS.isKnown(group, day))
          .forEach(day -> counted.addAll(counted(WEEKS.reports(says, group, "id", day))));

      assertThat(counted)
          .as(group.name())
          .isEqualTo(counted(AT_ONCE.reports(says, group, "id", TODAY)));
    }
  }

  @Test
  void everyGroupIsNewOnceAndKnownFromThenOn() {
    for (SampleGroup group : XindianGroups.asOf(TODAY)) {
      List<LocalDate> known =
          WEEKS.days().stream().filter(day -> WEEKS.isKnown(group, day)).toList();

      assertThat(WEEKS.days().stream().filter(day -> WEEKS.isNew(group, day)))
          .as(group.name())
          .containsExactly(known.getFirst());
      assertThat(known.getLast()).isEqualTo(TODAY);
    }
  }

  @Test
  void nothingIsToldBeforeItHappened() {
    for (SampleGroup group : XindianGroups.asOf(TODAY)) {
      for (LocalDate day : WEEKS.days()) {
        if (WEEKS.isKnown(group, day)) {
          assertThat(counted(WEEKS.reports(says, group, "id", day)))
              .allMatch(date -> ((String) date).compareTo(day.toString()) < 0);
        }
      }
    }
  }

  /** Days of which counters are told. */
  private static List<Object> counted(List<Map<String, Object>> events) {
    List<Object> days = new ArrayList<>();
    for (Map<String, Object> event : events) {
      if (Objects.equals(event.get("type"), "town.group-activity-counted.v1")
          && event.get("data") instanceof Map<?, ?> data) {
        days.add(Objects.requireNonNull(data.get("date")));
      }
    }
    return days;
  }
}
