package cn.jianfu.load.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param measured the value with its unit
 * @param baseline what it is compared with, measured in the same run; empty when there is none
 * @param ratio measured to baseline, by rate; null without a baseline
 * @param goals all of them must hold
 * @param note how it was measured, in a sentence
 */
public record Figure(
    String what,
    String measured,
    String baseline,
    @Nullable Double ratio,
    List<Goal> goals,
    String note) {

  public Figure {
    goals = List.copyOf(goals);
  }

  /** A figure that could not be measured, and why. */
  public static Figure failed(String what, String why) {
    return new Figure(what, "not measured", "", null, List.of(), why);
  }

  /** The least that any of the goals reached. */
  Goal.Reached reached() {
    return goals.stream().map(Goal::reached).min(Enum::compareTo).orElse(Goal.Reached.NO);
  }
}
