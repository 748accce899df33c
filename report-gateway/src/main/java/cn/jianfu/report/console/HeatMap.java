package cn.jianfu.report.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Open findings by rule and town, with the rules as rows. */
record HeatMap(List<Town> towns, List<Row> rows) {

  record Town(String code, Words name) {}

  record Row(String rule, Words name, String severity, List<Cell> cells) {}

  /**
   * One rule in one town.
   *
   * @param open open findings; null when the rule does not apply or nothing is known
   * @param share open findings per subject that the rule could apply to, 0 to 1
   */
  record Cell(String town, Known known, @Nullable Integer open, @Nullable Double share) {

    /** The step of the colour ramp, 0 to 4, or how an empty cell is drawn. */
    public String shade() {
      return switch (known) {
        case NOT_APPLICABLE -> "na";
        case UNKNOWN -> "unknown";
        case KNOWN -> "h" + step();
      };
    }

    private int step() {
      if (open == null || open == 0) {
        return 0;
      }
      double of = share == null ? 0 : share;
      return of >= 0.15 ? 4 : of >= 0.08 ? 3 : of >= 0.03 ? 2 : 1;
    }
  }

  enum Known {
    KNOWN,
    NOT_APPLICABLE,
    UNKNOWN
  }
}
