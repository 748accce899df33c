package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.Judgement;
import cn.jianfu.report.finding.domain.Run;
import cn.jianfu.report.finding.domain.Verdict;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a town that never held by what is known now, because a source put right what it
 * had counted. They count on no day, so that nothing else would tell of them.
 *
 * @param confirmed how many of them the district had confirmed
 * @param findings the latest corrected first
 */
public record CorrectedFindings(int total, int confirmed, List<Corrected> findings) {

  private static final Comparator<Corrected> LATEST_FIRST =
      Comparator.comparing(Corrected::correctedOn)
          .thenComparing(Corrected::raisedOn)
          .reversed()
          .thenComparing(Corrected::findingId);

  /**
   * A run of days in which it was found.
   *
   * @param groups those that it was about
   * @param clearedOn the first day on which it was not found any more
   * @param confirmed whether the district had confirmed it, and nobody has taken that back
   */
  public record Corrected(
      String findingId,
      String rule,
      String title,
      String unit,
      List<String> groups,
      LocalDate raisedOn,
      @Nullable LocalDate clearedOn,
      LocalDate correctedOn,
      boolean confirmed) {}

  /** Those of the period of {@link Withdrawals} up to that day. */
  public static CorrectedFindings of(TownFacts facts, LocalDate to) {
    LocalDate from = Withdrawals.firstDay(facts, to);
    List<Corrected> all =
        facts.mistaken().stream()
            .flatMap(finding -> corrected(finding, to))
            .filter(it -> !it.correctedOn().isBefore(from) && !it.correctedOn().isAfter(to))
            .sorted(LATEST_FIRST)
            .toList();
    int confirmed = (int) all.stream().filter(Corrected::confirmed).count();
    return new CorrectedFindings(all.size(), confirmed, all);
  }

  private static Stream<Corrected> corrected(FindingFact finding, LocalDate day) {
    return finding.detected().runs().stream()
        .filter(run -> run.correctedOn() != null)
        .map(run ->
            new Corrected(
                finding.detected().findingId(),
                finding.detected().rule(),
                finding.detected().title(),
                finding.detected().unit(),
                finding.detected().groups(),
                run.raisedOn(),
                run.clearedOn(),
                Objects.requireNonNull(run.correctedOn()),
                isConfirmed(finding, run, day)));
  }

  private static boolean isConfirmed(FindingFact finding, Run run, LocalDate day) {
    return finding
        .handling()
        .standingOn(day)
        .filter(said -> said.verdict() == Verdict.CONFIRMED)
        .map(Judgement::on)
        .filter(on -> run.covers(on) || on.equals(run.clearedOn()))
        .isPresent();
  }
}
