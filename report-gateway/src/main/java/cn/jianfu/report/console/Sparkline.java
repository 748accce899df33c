package cn.jianfu.report.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A small line of 120 by 28 units; days without a value stay open.
 *
 * @param lines the points of each unbroken run, as an SVG polyline reads them
 * @param dots runs of a single day, and the last day that has a value
 */
record Sparkline(List<String> lines, List<Dot> dots) {

  static final double WIDTH = 120;
  static final double HEIGHT = 28;

  private static final double MARGIN = 3;

  /** The smallest range of points shown, so that noise does not look like a cliff. */
  private static final double LEAST_RANGE = 10;

  record Dot(String x, String y) {}

  static Sparkline of(List<@Nullable Double> values) {
    var run = new ArrayList<Dot>();
    var lines = new ArrayList<String>();
    var dots = new ArrayList<Dot>();
    var scale = Scale.of(values);
    for (int day = 0; day <= values.size(); day++) {
      var value = day < values.size() ? values.get(day) : null;
      if (value != null) {
        run.add(new Dot(text(scale.x(day)), text(scale.y(value))));
        continue;
      }
      if (run.size() == 1) {
        dots.add(run.getFirst());
      } else if (run.size() > 1) {
        lines.add(String.join(" ", run.stream().map(dot -> dot.x() + "," + dot.y()).toList()));
      }
      if (!run.isEmpty() && values.subList(day, values.size()).stream().allMatch(v -> v == null)) {
        dots.add(run.getLast());
        break;
      }
      run.clear();
    }
    return new Sparkline(lines, dots.stream().distinct().toList());
  }

  public boolean empty() {
    return lines.isEmpty() && dots.isEmpty();
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private record Scale(int days, double low, double range) {

    static Scale of(List<@Nullable Double> values) {
      double low = Double.MAX_VALUE;
      double high = -Double.MAX_VALUE;
      for (var value : values) {
        if (value != null) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      double range = Math.max(high - low, LEAST_RANGE);
      return new Scale(values.size(), (low + high - range) / 2, range);
    }

    double x(int day) {
      return days < 2 ? WIDTH - MARGIN : MARGIN + (WIDTH - 2 * MARGIN) * day / (days - 1);
    }

    double y(double value) {
      return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (value - low) / range;
    }
  }
}
