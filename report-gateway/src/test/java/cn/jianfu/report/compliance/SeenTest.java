package cn.jianfu.report.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.Seen.Version;
import org.junit.jupiter.api.Test;

class SeenTest {

  private static final Version FIRST = new Version(0, 1);

  private final Seen<Version, String> seen = new Seen<>(10, String::length);

  @Test
  void whatWasSeenIsSeenUntilTheViewIsWrittenAgain() {
    seen.keep("新店", FIRST, "one");

    assertThat(seen.of("新店", FIRST)).contains("one");
    assertThat(seen.of("新店", new Version(0, 2))).isEmpty();
    assertThat(seen.of("马巷", FIRST)).isEmpty();
  }

  @Test
  void aViewOfTheSameVersionInAnotherGenerationIsAnotherView() {
    seen.keep("新店", FIRST, "one");

    assertThat(seen.of("新店", new Version(1, 1))).isEmpty();
  }

  /** Two requests may end in another order than they began. */
  @Test
  void whoKeepsAnEarlierVersionLateIsNotTakenForTheLatest() {
    seen.keep("新店", new Version(0, 2), "two");
    seen.keep("新店", FIRST, "one");

    assertThat(seen.of("新店", new Version(0, 2))).isEmpty();
  }

  @Test
  void whatWasLookedAtLongestAgoGoesFirst() {
    seen.keep("a", FIRST, "aaaa");
    seen.keep("b", FIRST, "bbbb");
    assertThat(seen.of("a", FIRST)).isPresent();

    seen.keep("c", FIRST, "cccc");

    assertThat(seen.of("b", FIRST)).isEmpty();
    assertThat(seen.of("a", FIRST)).isPresent();
    assertThat(seen.of("c", FIRST)).isPresent();
  }

  @Test
  void whatReplacesWeighsInsteadOfWhatItReplaces() {
    for (int version = 1; version < 9; version++) {
      seen.keep("a", new Version(0, version), "aaaa");
    }
    seen.keep("b", FIRST, "bbbb");

    assertThat(seen.of("a", new Version(0, 8))).isPresent();
    assertThat(seen.of("b", FIRST)).isPresent();
  }
}
