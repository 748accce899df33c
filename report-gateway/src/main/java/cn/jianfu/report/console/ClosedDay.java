package cn.jianfu.report.console;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The closing of a past day, and what was corrected since.
 *
 * @param late whether it was made up for
 * @param shownThen whether the page shows what was closed, and not what is known now
 * @param open the findings of then, which the page has no list of, the gravest first; none where
 *     what is known now is shown
 * @param corrections where what is known now is shown; empty when nothing was corrected, and where
 *     the day's counters are no longer kept, so that nothing is compared
 */
record ClosedDay(
    Instant closedAt,
    boolean late,
    boolean shownThen,
    List<Open> open,
    List<Correction> corrections) {

  /** How many findings of a severity were open when the day was closed. */
  record Open(String severity, long count) {}

  /**
   * Something that the day says otherwise now.
   *
   * @param what the last part of its text's key; for a metric its id
   * @param name of a metric; null for what has a text of its own
   * @param measure how its values are written: BAND, SCORE, TEXT, or a unit of metrics
   */
  record Correction(String what, @Nullable Words name, String measure, Figure then, Figure now) {

    /** Whether more than the value itself has changed, or it alone does not show it. */
    public boolean explained() {
      return then.denominator() != null || now.denominator() != null;
    }
  }

  /** A value, with what it is made of. */
  record Figure(
      @Nullable String text,
      @Nullable Double value,
      @Nullable Long numerator,
      @Nullable Long denominator,
      @Nullable Long excluded,
      @Nullable Long unknown) {

    public String in(String measure, Format fmt) {
      return switch (measure) {
        case "TEXT" -> text == null ? Format.NONE : text;
        case "RATIO" -> fmt.percent(value);
        case "COUNT", "ITEMS" -> fmt.count(value);
        default -> fmt.score(value);
      };
    }

    /** What it is made of, as the columns of the metrics have it. */
    public String parts(Format fmt) {
      return denominator == null
          ? fmt.count(numerator)
          : fmt.count(numerator) + " ÷ " + fmt.count(denominator);
    }
  }
}
