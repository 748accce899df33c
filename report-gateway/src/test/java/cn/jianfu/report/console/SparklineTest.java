package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

  @Test
  void daysWithoutAValueStayOpen() {
    var line = Sparkline.of(Arrays.asList(60.0, 62.0, null, null, 70.0, 71.0, 72.0));
    assertThat(line.lines()).hasSize(2);
    assertThat(line.dots()).hasSize(1);
  }

  @Test
  void aSingleDayIsADot() {
    var line = Sparkline.of(Arrays.asList(null, 62.0, null));
    assertThat(line.lines()).isEmpty();
    assertThat(line.dots()).hasSize(1);
  }

  @Test
  void nothingAtAllIsEmpty() {
    assertThat(Sparkline.of(List.of()).empty()).isTrue();
    assertThat(Sparkline.of(Collections.nCopies(90, (Double) null)).empty()).isTrue();
  }

  @Test
  void everyPointLiesInsideTheFrame() {
    var line = Sparkline.of(Arrays.asList(0.0, 100.0, 3.0, 55.5));
    for (var point : line.lines().getFirst().split(" ", -1)) {
      var xy = point.split(",", -1);
      assertThat(Double.parseDouble(xy[0])).isBetween(0.0, Sparkline.WIDTH);
      assertThat(Double.parseDouble(xy[1])).isBetween(0.0, Sparkline.HEIGHT);
    }
  }

  @Test
  void noiseDoesNotLookLikeACliff() {
    var line = Sparkline.of(Arrays.asList(80.0, 80.1));
    var ends = line.lines().getFirst().split(" ", -1);
    var rise =
        Double.parseDouble(ends[0].split(",", -1)[1])
            - Double.parseDouble(ends[1].split(",", -1)[1]);
    assertThat(rise).isLessThan(1);
  }
}
