package cn.jianfu.report.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups as circles, as large as they have members, and lines as thick as what they share: the one
 * that goes on in the middle, the others around it. Positions are in the units of the view box.
 */
record ClusterDrawing(int height, List<Dot> dots, List<Line> lines) {

  static final int WIDTH = 320;
  private static final int HEIGHT = 260;
  private static final int HEIGHT_OF_TWO = 80;

  private static final double RING = 96;
  private static final double LARGEST = 30;
  private static final double SMALLEST = 10;
  private static final double THICKEST = 9;

  /**
   * A group.
   *
   * @param known whether it is known who is in it
   */
  record Dot(int no, String name, String x, String y, String r, boolean target, boolean known) {}

  /** What two groups share, in people. */
  record Line(String x1, String y1, String x2, String y2, String width, int members) {}

  /** A group to be drawn; the first one is the target. */
  record Node(String id, String name, @Nullable Integer members) {}

  /** Two groups and how many people are in both. */
  record Edge(String first, String second, int members) {}

  static ClusterDrawing of(List<Node> nodes, List<Edge> edges) {
    int height = nodes.size() > 2 ? HEIGHT : HEIGHT_OF_TWO;
    double most =
        nodes.stream()
            .mapToInt(node -> node.members() == null ? 0 : node.members())
            .max()
            .orElse(0);
    Map<String, double[]> places = new HashMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    List<Dot> dots = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      double[] at = place(i, nodes.size(), height);
      places.put(node.id(), at);
      sizes.put(node.id(), node.members() == null ? 0 : node.members());
      dots.add(
          new Dot(
              i + 1,
              node.name(),
              text(at[0]),
              text(at[1]),
              text(radius(node.members(), most, nodes.size())),
              i == 0,
              node.members() != null));
    }
    List<Line> lines =
        edges.stream()
            .filter(edge -> places.containsKey(edge.first()) && places.containsKey(edge.second()))
            .map(edge -> line(edge, places, sizes))
            .toList();
    return new ClusterDrawing(height, dots, lines);
  }

  private static double[] place(int i, int of, int height) {
    if (of <= 2) {
      // Side by side.
      return new double[] {WIDTH / 2.0 + (2 * i - 1) * RING / 2, height / 2.0};
    }
    if (i == 0) {
      return new double[] {WIDTH / 2.0, height / 2.0};
    }
    double angle = 2 * Math.PI * (i - 1) / (of - 1) - Math.PI / 2;
    return new double[] {
      WIDTH / 2.0 + 1.3 * RING * Math.cos(angle), height / 2.0 + RING * Math.sin(angle)
    };
  }

  private static double radius(@Nullable Integer members, double most, int groups) {
    double largest = groups > 12 ? LARGEST / 2 : LARGEST;
    return members == null || most == 0
        ? SMALLEST
        : Math.max(SMALLEST, largest * Math.sqrt(members / most));
  }

  /** As thick as the part of the smaller group that is in the other. */
  private static Line line(Edge edge, Map<String, double[]> places, Map<String, Integer> sizes) {
    double[] from = places.getOrDefault(edge.first(), new double[2]);
    double[] to = places.getOrDefault(edge.second(), new double[2]);
    int smaller =
        Math.min(sizes.getOrDefault(edge.first(), 0), sizes.getOrDefault(edge.second(), 0));
    double share = smaller == 0 ? 0 : Math.min(1.0, (double) edge.members() / smaller);
    return new Line(
        text(from[0]),
        text(from[1]),
        text(to[0]),
        text(to[1]),
        text(Math.max(1, THICKEST * share)),
        edge.members());
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
