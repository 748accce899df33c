package cn.jianfu.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FramingTest {

  private static final int MAX = 1_000;

  @Property(tries = 300)
  void anArrayIsCutTheSameWhereverItsBytesAreSplit(
      @ForAll("elements") List<String> elements, @ForAll("cuts") List<Integer> cuts) {
    var body = " [ " + String.join(" , ", elements) + " ]\n";

    assertThat(texts(cut(new ArrayFramer(MAX), body, cuts))).isEqualTo(elements);
  }

  @Property(tries = 300)
  void linesAreCutTheSameWhereverTheirBytesAreSplit(
      @ForAll("elements") List<String> elements, @ForAll("cuts") List<Integer> cuts) {
    var body = String.join("\r\n\n", elements);

    assertThat(texts(cut(new LineFramer(MAX), body, cuts))).isEqualTo(elements);
  }

  @Property(tries = 300)
  void garbageIsNeverAnErrorOfOurs(@ForAll byte[] garbage, @ForAll("cuts") List<Integer> cuts) {
    for (Supplier<Framer> framer : framers()) {
      var frames = cut(framer.get(), garbage, cuts);
      assertThat(frames.stream().limit(Math.max(0, frames.size() - 1)))
          .noneMatch(Frame.Broken.class::isInstance);
    }
  }

  @Test
  void aTooLargeElementIsSkippedAndItsNeighboursStay() {
    var body = "[{\"a\":1},\"" + "x".repeat(2 * MAX) + "\",{\"b\":2}]";

    var frames = cut(new ArrayFramer(MAX), body, List.of(100, 700, 50));

    assertThat(frames).hasSize(3);
    assertThat(frames.get(1)).isEqualTo(new Frame.TooLarge(1));
    assertThat(texts(List.of(frames.get(0), frames.get(2))))
        .containsExactly("{\"a\":1}", "{\"b\":2}");
  }

  @Test
  void whatIsNoArrayIsBrokenFromWhereItStopsToBeOne() {
    assertThat(brokenAt("")).isZero();
    assertThat(brokenAt("{}")).isZero();
    assertThat(brokenAt("[")).isZero();
    assertThat(brokenAt("[{}")).isZero();
    assertThat(brokenAt("[{},")).isEqualTo(1);
    assertThat(brokenAt("[{},]")).isEqualTo(1);
    assertThat(brokenAt("[,{}]")).isZero();
    assertThat(brokenAt("[{},{}}]")).isEqualTo(1);
    assertThat(brokenAt("[{},{}]x")).isEqualTo(2);
    assertThat(brokenAt("[{},{\"a\":[}]")).isEqualTo(1);
    assertThat(cut(new ArrayFramer(MAX), "[]", List.of())).isEmpty();
    assertThat(cut(new ArrayFramer(MAX), "\uFEFF[{}]", List.of(1, 1))).hasSize(1);
  }

  @Provide
  Arbitrary<List<String>> elements() {
    return Arbitraries.of(
            "{}",
            "{\"a\":1}",
            "{\"a\":[1,{\"b\":\"]}\"}],\"c\":\"\\\"\"}",
            "{\"名\":\"工作群\\\\\"}",
            "12",
            "\"text, with ] and }\"",
            "[[],[{}]]",
            "not json")
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers().between(1, 9).list().ofMaxSize(40);
  }

  private static List<Supplier<Framer>> framers() {
    return List.of(
        () -> new ArrayFramer(MAX), () -> new LineFramer(MAX), () -> new WholeFramer(MAX));
  }

  private static int brokenAt(String body) {
    return ((Frame.Broken) cut(new ArrayFramer(MAX), body, List.of(2)).getLast()).index();
  }

  private static List<Frame> cut(Framer framer, String body, List<Integer> cuts) {
    return cut(framer, body.getBytes(StandardCharsets.UTF_8), cuts);
  }

  private static List<Frame> cut(Framer framer, byte[] body, List<Integer> cuts) {
    var frames = new ArrayList<Frame>();
    int from = 0;
    for (int cut : cuts) {
      int to = Math.min(body.length, from + cut);
      frames.addAll(framer.feed(java.util.Arrays.copyOfRange(body, from, to)));
      from = to;
    }
    frames.addAll(framer.feed(java.util.Arrays.copyOfRange(body, from, body.length)));
    frames.addAll(framer.end());
    return frames;
  }

  private static List<String> texts(List<Frame> frames) {
    return frames.stream()
        .map(Frame.Whole.class::cast)
        .map(Frame.Whole::body)
        .map(s -> new String(s.bytes, s.offset, s.length, StandardCharsets.UTF_8).strip())
        .toList();
  }
}
