package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In how many groups the people of a town are.
 *
 * @param summarisedOn the day of the summary; null when there is none yet
 * @param steps the columns
 * @param rows the town first, then its units
 * @param leftOut units of a few people
 */
record LoadPage(
    String code,
    Words name,
    LocalDate asOf,
    boolean today,
    @Nullable LocalDate summarisedOn,
    List<Step> steps,
    List<Row> rows,
    int leftOut) {

  /**
   * So many groups.
   *
   * @param to null for as many as there are
   * @param look how people in so many are drawn: empty, amber from the number that is to be
   *     watched, warn from the one that is too high
   */
  record Step(int from, @Nullable Integer to, String look) {

    /** As it is written, for example 5–9. */
    public String text() {
      return to == null ? "≥ " + from : to == from ? String.valueOf(from) : from + "–" + to;
    }
  }

  /**
   * The people of a unit, or of the town.
   *
   * @param unit null for the town
   */
  record Row(@Nullable Words unit, long people, double mean, int p90, int max, List<Cell> cells) {}

  /** People in so many groups. */
  record Cell(Step step, long people) {

    public String look() {
      return people == 0 ? "" : step.look();
    }
  }
}
