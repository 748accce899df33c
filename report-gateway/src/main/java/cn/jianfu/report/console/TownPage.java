package cn.jianfu.report.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A town on a day.
 *
 * @param version rises each time that the town's view is written
 * @param today whether the day is today, so that the page stays live
 * @param greyBecause why there is no band: the last part of its text's key; null when there is one
 * @param score effective score; {@code raw} counts all raised findings
 * @param delta score against seven days before
 * @param coverage share of the expected reports that were received, 0 to 1
 * @param judged how much of what is there the rules could judge
 * @param marks null while no rule set is in force
 * @param findings open findings, the gravest first; at most a page of them
 * @param openFindings how many there are in all
 * @param withdrawn what was declared in error; null in what was shown then
 * @param closed the closing of the day; null for today and for a day that was not closed
 * @param countersKept whether all counters that the numbers are made of are still kept; else the
 *     numbers are of what is left
 */
record TownPage(
    String code,
    Words name,
    long version,
    LocalDate asOf,
    boolean today,
    Band band,
    @Nullable String greyBecause,
    @Nullable Double score,
    @Nullable Double raw,
    @Nullable Double delta,
    @Nullable Double coverage,
    Judged judged,
    int formulaVersion,
    @Nullable String ruleSet,
    @Nullable Instant updatedAt,
    @Nullable Marks marks,
    List<Area> areas,
    List<Metric> metrics,
    List<TrendPoint> trend,
    List<FindingRow> findings,
    long openFindings,
    @Nullable Withdrawn withdrawn,
    @Nullable ClosedDay closed,
    boolean countersKept) {

  /** Whether this is what was shown then, and not what is known now. */
  public boolean then() {
    return closed != null && closed.shownThen();
  }

  /** Whether the score alone would be green, and a rule that could judge too little is why not. */
  public boolean heldBack() {
    return band == Band.ATTENTION && marks != null && score != null && score >= marks.green();
  }

  /** Whether the day as it is known now can be compared with its closing. */
  public boolean compared() {
    return closed != null && !closed.shownThen() && countersKept;
  }

  /** Whether no finding means that there was none. */
  public boolean examined() {
    return !"NOT_EXAMINED".equals(greyBecause) && !"NO_RULES".equals(greyBecause);
  }

  /** Findings shown on the town's page; the workbench has them all. */
  static final int FINDINGS = 10;

  /** Withdrawn declarations listed on the town's page. */
  static final int WITHDRAWN = 100;

  /**
   * The declarations that the town withdrew as errors.
   *
   * @param ofRound whether the first day is that on which the latest round was opened
   * @param whileOpen how many of them while something was found about the group
   * @param ofBaseline how many groups the baseline of the clean-up rate has less
   * @param rows the latest first; at most a page of them
   */
  record Withdrawn(
      LocalDate from,
      LocalDate to,
      boolean ofRound,
      int total,
      int whileOpen,
      int ofBaseline,
      List<WithdrawnRow> rows,
      Corrected corrected) {}

  /**
   * The findings that never held, because a source put right what it had counted.
   *
   * @param confirmed how many of them the district had confirmed
   * @param rows the latest corrected first; at most a page of them
   */
  record Corrected(int total, int confirmed, List<CorrectedRow> rows) {}

  /**
   * The days for which one was found, until the day before {@code clearedOn}.
   *
   * @param group id of the group that it was about; null where there is more than one
   */
  record CorrectedRow(
      String title,
      @Nullable String group,
      Rule rule,
      Words unit,
      LocalDate raisedOn,
      @Nullable LocalDate clearedOn,
      LocalDate correctedOn,
      boolean confirmed) {}

  /**
   * A group that was declared in error.
   *
   * @param role in which it was withdrawn, for the unit {@code byUnit}; null where it is not known
   * @param rules of what was found about it then
   */
  record WithdrawnRow(
      String id,
      String name,
      Words unit,
      @Nullable LocalDate declaredOn,
      LocalDate withdrawnOn,
      @Nullable String role,
      @Nullable Words byUnit,
      boolean ofBaseline,
      boolean declaredAgain,
      List<Rule> rules) {}

  /** A rule by its name. */
  record Rule(String id, Words name) {}

  /**
   * What the rules could judge.
   *
   * @param share 0 to 1, weighed by severity; null when nobody counted
   * @param rules those that could not judge all
   */
  record Judged(@Nullable Double share, List<Unjudged> rules) {}

  /**
   * What a rule could not judge.
   *
   * @param unjudged subjects of which too little was sent, of {@code subjects}
   */
  record Unjudged(String rule, Words name, long unjudged, long subjects) {}

  /**
   * One area of the score.
   *
   * @param area group, form, vote or supervision
   * @param weight in the score, 0 to 1
   * @param score null when no rule of the area applies
   * @param capped whether a confirmed blocker holds it down
   */
  record Area(
      String area, double weight, @Nullable Double score, boolean capped, List<Term> terms) {

    /** The length of the bar, of 100. */
    public String bar() {
      return String.valueOf(score == null ? 0 : Math.round(score));
    }
  }

  /**
   * One rule's part in an area: {@code share} = 1 - violations / exposure.
   *
   * @param weight by severity
   * @param exempt what exemptions keep from being raised; in none of the other numbers
   */
  record Term(
      String rule,
      Words name,
      String severity,
      double weight,
      long violations,
      long exposure,
      double share,
      long exempt) {}

  /**
   * A metric with what it is made of.
   *
   * @param measure what the value is measured in: RATIO, COUNT or another unit of the bundles
   * @param denominator null for a plain count
   * @param excluded left out on purpose; {@code unknown} for lack of data
   */
  record Metric(
      String id,
      Words name,
      String measure,
      @Nullable Double value,
      @Nullable Long numerator,
      @Nullable Long denominator,
      @Nullable Long excluded,
      @Nullable Long unknown,
      List<Detail> details,
      int formulaVersion,
      Words formula) {

    public String text(Format fmt) {
      return switch (measure) {
        case "RATIO" -> fmt.percent(value);
        case "COUNT", "ITEMS" -> fmt.count(value);
        default -> fmt.score(value);
      };
    }
  }

  /** A further number of a metric; the name is a text of the bundles. */
  record Detail(String name, long number) {}

  /** The score of one day beside the median of all towns; null where there is none. */
  record TrendPoint(
      LocalDate day,
      Band band,
      @Nullable Double score,
      @Nullable Double coverage,
      @Nullable Double median) {}
}
