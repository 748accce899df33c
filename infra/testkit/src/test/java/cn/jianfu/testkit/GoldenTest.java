package cn.jianfu.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jianfu.contracts.EventType;
import org.junit.jupiter.api.Test;

class GoldenTest {

  private static final EventType<Said> SAID = new EventType<>("sample.said.v1", Said.class, "none");

  /** A sample event; its golden file is among the test resources. */
  public record Said(String word, int times) {}

  @Test
  void theSameIsTheSame() {
    Golden.assertMatches(SAID, new Said("hello", 2));
  }

  @Test
  void anotherValueIsSeen() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Golden.assertMatches(SAID, new Said("hello", 3)));
  }

  @Test
  void aMissingFileIsSaid() {
    var unknown = new EventType<>("sample.unknown.v1", Said.class, "none");

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Golden.json(unknown))
        .withMessageContaining("golden/sample.unknown.v1.json");
  }
}
