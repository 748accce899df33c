package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.reference.domain.Rule;
import cn.jianfu.report.reference.domain.RuleSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one calculator: facts and a day lead to a town's compliance, and nothing else does. */
public final class Calculator {

  /**
   * Rises when the score's formula changes: 2 leaves days open on which nobody had looked, 3 does
   * not cap the raw score, 4 leaves them open where too little could be judged, 5 makes no town
   * green where a rule could judge too little, 6 keeps the term of a rule that has something open
   * and could judge nothing, and counts in the raw score what exemptions keep from being raised.
   */
  public static final int FORMULA_VERSION = 6;

  private Calculator() {}

  /** How the town stood at the end of that day, as it is known now. */
  public static TownCompliance of(TownFacts facts, LocalDate date) {
    return of(facts, new Reports(facts), date);
  }

  /**
   * The same, one of several days.
   *
   * @param reports of the same facts, for all of these days
   */
  public static TownCompliance of(TownFacts facts, Reports reports, LocalDate date) {
    return of(facts, reports, date, Calculator::metrics);
  }

  /** The same without its metrics, which take two thirds of the time and are in no overview. */
  public static TownCompliance withoutMetrics(TownFacts facts, Reports reports, LocalDate date) {
    return of(facts, reports, date, _ -> List.of());
  }

  private static TownCompliance of(
      TownFacts facts, Reports reports, LocalDate date, Function<Day, List<Metric>> metrics) {
    return facts
        .district()
        .ruleSets()
        .inForceOn(date)
        .map(ruleSet -> byRules(facts, reports, date, ruleSet, metrics))
        .orElseGet(() -> withoutRules(facts, date));
  }

  /** The index and the band alone, by the same steps. */
  public static Standing standing(TownFacts facts, Reports reports, LocalDate date) {
    return facts
        .district()
        .ruleSets()
        .inForceOn(date)
        .map(ruleSet -> Judged.on(facts, reports, date, ruleSet).standing())
        .orElseGet(() -> new Standing(Band.GREY, GreyBecause.NO_RULES, null, null));
  }

  /** What share of the expected reports had come by then; null when none was expected. */
  public static @Nullable BigDecimal coverage(TownFacts facts, Reports reports, LocalDate date) {
    return facts
        .district()
        .ruleSets()
        .inForceOn(date)
        .map(rules -> coverage(facts, reports, date, new Limits(rules)).value())
        .orElse(null);
  }

  private static Coverage coverage(
      TownFacts facts, Reports reports, LocalDate date, Limits limits) {
    return Coverage.of(facts.district().calendars(), reports, date, limits.coverageDays());
  }

  /** How many days before a day the numbers of that day are made of. */
  public static int daysLookedBack(RuleSet rules) {
    return new Limits(rules).daysLookedBack();
  }

  private static TownCompliance byRules(
      TownFacts facts,
      Reports reports,
      LocalDate date,
      RuleSet ruleSet,
      Function<Day, List<Metric>> metrics) {
    Judged judged = Judged.on(facts, reports, date, ruleSet);
    Day day = judged.day();
    Standing standing = judged.standing();
    return new TownCompliance(
        facts.town(),
        date,
        ruleSet.key(),
        FORMULA_VERSION,
        standing.band(),
        standing.greyBecause(),
        judged.score(),
        delta(judged, facts, reports, date.minusDays(Changes.DAYS)),
        judged.coverage(),
        judged.judging(),
        metrics.apply(day),
        bySeverity(day.counting()),
        day.counting().stream().filter(it -> it.state() == ShownState.SUSPECTED).count(),
        Changes.of(facts, date));
  }

  /** A day with its score and coverages, and why it has no band. */
  private record Judged(
      Day day,
      CompositeScore score,
      Coverage coverage,
      Judging judging,
      Optional<GreyBecause> grey) {

    static Judged on(TownFacts facts, Reports reports, LocalDate date, RuleSet ruleSet) {
      Limits limits = new Limits(ruleSet);
      Day day = Day.of(facts, date, limits);
      CompositeScore score = day.examined() ? Scoring.of(day) : CompositeScore.of(List.of());
      Coverage coverage = Calculator.coverage(facts, reports, date, limits);
      Judging judging = Judging.of(day);
      return new Judged(
          day, score, coverage, judging, GreyBecause.of(day, score, coverage, judging));
    }

    Standing standing() {
      return new Standing(band(), grey.orElse(null), score.raw(), score.effective());
    }

    /** Whoever withholds just what some rules need would be green by the others. */
    private Band band() {
      Band band = Band.of(shown(), day.limits());
      return band == Band.GREEN && !heldBackBy().isEmpty() ? Band.YELLOW : band;
    }

    private List<Judging.OfRule> heldBackBy() {
      return day.limits()
          .leastJudgedForGreen()
          .map(least -> judging.below(least).stream().filter(it -> isMajor(it.rule())).toList())
          .orElseGet(List::of);
    }

    private boolean isMajor(String rule) {
      Rule known = day.limits().ruleSet().enabledRules().get(rule);
      return known != null && Severity.coded(known.severity()).compareTo(Severity.MAJOR) >= 0;
    }

    @Nullable BigDecimal shown() {
      return grey.isPresent() ? null : score.effective();
    }
  }

  // Nothing is scanned and nothing judged before there are rules: all is unknown.
  private static TownCompliance withoutRules(TownFacts facts, LocalDate date) {
    return new TownCompliance(
        facts.town(),
        date,
        null,
        FORMULA_VERSION,
        Band.GREY,
        GreyBecause.NO_RULES,
        CompositeScore.of(List.of()),
        null,
        new Coverage(date, 0, 0, null),
        Judging.UNCOUNTED,
        List.of(),
        bySeverity(List.of()),
        0,
        Changes.of(facts, date));
  }

  // A score that is not shown is nothing to compare with.
  private static @Nullable BigDecimal delta(
      Judged now, TownFacts facts, Reports reports, LocalDate before) {
    BigDecimal shown = now.shown();
    return shown == null
        ? null
        : facts
            .district()
            .ruleSets()
            .inForceOn(before)
            .flatMap(rules -> Optional.ofNullable(Judged.on(facts, reports, before, rules).shown()))
            .map(shown::subtract)
            .orElse(null);
  }

  private static List<Metric> metrics(Day day) {
    List<Metric> metrics = new ArrayList<>();
    metrics.addAll(
        List.of(
            GroupMetrics.m01(day),
            GroupMetrics.m02(day),
            GroupMetrics.m03(day),
            GroupMetrics.m04(day),
            GroupMetrics.m05(day),
            UseMetrics.m06(day),
            UseMetrics.m07(day),
            UseMetrics.m08(day),
            UseMetrics.m09(day)));
    metrics.addAll(AskedMetrics.of(day));
    metrics.add(RectificationMetrics.m13(day));
    metrics.add(UseMetrics.m51(day));
    metrics.addAll(RectificationMetrics.afterConfirmation(day));
    metrics.add(UseMetrics.m60(day));
    metrics.add(BurdenMetrics.m61(day));
    return List.copyOf(metrics);
  }

  private static Map<String, Long> bySeverity(List<OpenFinding> findings) {
    Map<String, Long> counts = new TreeMap<>();
    for (Severity severity : Severity.values()) {
      counts.put(
          severity.code(),
          findings.stream().filter(it -> it.fact().detected().severity() == severity).count());
    }
    return counts;
  }
}
