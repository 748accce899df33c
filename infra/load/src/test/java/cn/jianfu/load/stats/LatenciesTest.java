package cn.jianfu.load.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  private final Latencies latencies = new Latencies();

  @Test
  void aPercentileIsTheNearestRankWhateverTheOrder() {
    LongStream.iterate(100, n -> n > 0, n -> n - 1).forEach(n -> latencies.add(n * 1_000_000));

    assertThat(latencies.millis(0.50)).isEqualTo(50);
    assertThat(latencies.millis(0.95)).isEqualTo(95);
    assertThat(latencies.millis(0.99)).isEqualTo(99);
    assertThat(latencies.millis(1.00)).isEqualTo(100);
  }

  @Test
  void oneMeasurementIsEveryPercentile() {
    latencies.add(7_000_000);

    assertThat(latencies.millis(0.01)).isEqualTo(7);
    assertThat(latencies.millis(0.99)).isEqualTo(7);
  }

  @Test
  void manyMeasurementsAreAllKept() {
    for (int i = 0; i < 5_000; i++) {
      latencies.add(i);
    }

    assertThat(latencies.count()).isEqualTo(5_000);
    assertThat(latencies.millis(1)).isEqualTo(4_999 / 1e6);
  }

  @Test
  void nothingMeasuredHasNoPercentile() {
    assertThatThrownBy(() -> latencies.millis(0.5)).isInstanceOf(IllegalStateException.class);
  }
}
