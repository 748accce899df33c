package cn.jianfu.load.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures as a Markdown table, with a note to each below it. */
public final class FigureTable {

  private static final String HEAD =
      """
      | Figure | Measured | Baseline, same run | Ratio | Floor | Aim | Reached |
      |---|---|---|---|---|---|---|
      """;

  private FigureTable() {}

  /**
   * The table.
   *
   * @param head lines before the table: date, machine, settings
   */
  public static String of(List<String> head, List<Figure> figures) {
    List<String> lines = new ArrayList<>();
    head.forEach(line -> lines.add("- " + line));
    lines.add("");
    HEAD.lines().forEach(lines::add);
    figures.forEach(figure -> lines.add(row(figure)));
    lines.add("");
    figures.forEach(figure -> lines.add("- **" + figure.what() + "**: " + figure.note()));
    return String.join("\n", lines) + "\n";
  }

  private static String row(Figure figure) {
    Double ratio = figure.ratio();
    return cells(
        figure.what(),
        figure.measured(),
        figure.baseline().isEmpty() ? "–" : figure.baseline(),
        ratio == null ? "–" : Goal.number(ratio),
        goals(figure, Goal::floorText),
        goals(figure, Goal::aimText),
        reached(figure));
  }

  private static String cells(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String goals(Figure figure, Function<Goal, String> text) {
    return figure.goals().isEmpty()
        ? "–"
        : figure.goals().stream().map(text).collect(Collectors.joining(" · "));
  }

  private static String reached(Figure figure) {
    if (figure.goals().isEmpty()) {
      return "–";
    }
    return switch (figure.reached()) {
      case AIM -> "aim";
      case FLOOR -> "floor";
      case NO -> "**no**, " + missing(figure);
    };
  }

  private static String missing(Figure figure) {
    return figure.goals().stream()
        .filter(goal -> goal.reached() == Goal.Reached.NO)
        .map(goal -> goal.missingPercent() + " % " + (goal.more() ? "below" : "above"))
        .collect(Collectors.joining(" · "));
  }
}
