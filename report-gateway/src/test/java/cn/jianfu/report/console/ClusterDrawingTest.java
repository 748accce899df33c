package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.console.ClusterDrawing.Edge;
import cn.jianfu.report.console.ClusterDrawing.Node;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterDrawingTest {

  @Test
  void theGroupThatGoesOnIsInTheMiddleAndTheLargestIsLargest() {
    var drawing =
        ClusterDrawing.of(
            List.of(new Node("a", "甲", 40), new Node("b", "乙", 10), new Node("c", "丙", null)),
            List.of(new Edge("a", "b", 5), new Edge("a", "gone", 3)));

    assertThat(drawing.dots().getFirst())
        .isEqualTo(new ClusterDrawing.Dot(1, "甲", "160.0", "130.0", "30.0", true, true));
    assertThat(drawing.dots().get(1).r()).isEqualTo("15.0");
    assertThat(drawing.dots().get(2).known()).isFalse();
    assertThat(drawing.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.width()).isEqualTo("4.5"));
  }

  @Test
  void anyNumberOfGroupsStaysWithinTheFrame() {
    for (int groups = 1; groups <= 60; groups++) {
      var nodes = IntStream.range(0, groups).mapToObj(i -> new Node("g" + i, "群" + i, 50)).toList();
      ClusterDrawing drawing = ClusterDrawing.of(nodes, List.of());
      assertThat(drawing.dots())
          .allSatisfy(dot -> {
            double r = Double.parseDouble(dot.r());
            assertThat(Double.parseDouble(dot.x())).isBetween(r, ClusterDrawing.WIDTH - r);
            assertThat(Double.parseDouble(dot.y())).isBetween(r, drawing.height() - r);
          });
    }
  }
}
