package cn.jianfu.group.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.activity.domain.ActivityDay.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityDayTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @Test
  void aSecondSourceThatCountsTheSameHasNothingToAdd() {
    assertThat(day(9, "oa").after(day(9, "table"), DAY)).isEqualTo(Verdict.KNOWN);
    assertThat(day(9, "oa").after(day(9, ""), DAY)).isEqualTo(Verdict.KNOWN);
    assertThat(day(9, "oa").after(day(8, "oa"), DAY)).isEqualTo(Verdict.RECORDED);
    assertThat(day(9, "oa").after(null, DAY)).isEqualTo(Verdict.RECORDED);
  }

  private static ActivityDay day(int messages, String source) {
    Counters counters =
        new Counters(messages, 2, 0, List.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0, null, 0, null);
    return new ActivityDay("g", "u", "t", DAY, counters, source);
  }
}
