package cn.jianfu.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleMarkTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void aFillThatIsCutShortGoesOnAfterItsLastWholeWeek(@TempDir Path data) {
    SampleMark mark = new SampleMark(data);
    assertThat(mark.isOver(DAY)).isFalse();
    mark.over(DAY);

    SampleMark again = new SampleMark(data);
    assertThat(again.isOver(DAY.minusWeeks(1))).isTrue();
    assertThat(again.isOver(DAY)).isTrue();
    assertThat(again.isOver(DAY.plusWeeks(1))).isFalse();
    assertThat(again.isDone()).isFalse();
  }

  @Test
  void theDayOnWhichItBeganStays(@TempDir Path data) {
    assertThat(new SampleMark(data).begunOn(DAY)).isEqualTo(DAY);
    assertThat(new SampleMark(data).begunOn(DAY.plusDays(3))).isEqualTo(DAY);
  }
}
