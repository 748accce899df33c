package cn.jianfu.report.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A container of 512 MB has 133 of heap: two batches of 20,000 events took 80 of them. */
class RebuildBatchTest {

  private static final long MB = 1 << 20;

  @Test
  void theSmallerTheHeapTheFewerEventsAreReadAtATime() {
    assertThat(RebuildConfiguration.batchFor(133 * MB, 2)).isBetween(4_000, 4_500);
    assertThat(RebuildConfiguration.batchFor(266 * MB, 2)).isBetween(8_000, 9_000);
    assertThat(RebuildConfiguration.batchFor(133 * MB, 4)).isBetween(2_000, 2_250);
  }

  @Test
  void thereIsAnEndToBoth() {
    assertThat(RebuildConfiguration.batchFor(8_192 * MB, 2)).isEqualTo(20_000);
    assertThat(RebuildConfiguration.batchFor(64 * MB, 32)).isEqualTo(1_000);
  }
}
