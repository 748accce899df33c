package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.reference.domain.InspectionRound;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The declarations that a town took back as errors, in the period of the clean-up rate: since the
 * latest round was opened, or in the last days where there was none. Such groups count on no day,
 * so that nothing else would tell of them.
 *
 * @param round whose opening is the first day; null without one
 * @param whileOpen how many were taken back while something was found about the group
 * @param ofBaseline how many groups are no more in the baseline of the clean-up rate for it
 * @param groups the latest first
 */
public record Withdrawals(
    LocalDate from,
    LocalDate to,
    @Nullable String round,
    int total,
    int whileOpen,
    int ofBaseline,
    List<Withdrawn> groups) {

  static final int DAYS_WITHOUT_ROUND = 90;

  private static final Comparator<Withdrawn> LATEST_FIRST =
      Comparator.comparing(Withdrawn::withdrawnOn)
          .reversed()
          .thenComparing(Withdrawn::name)
          .thenComparing(Withdrawn::groupId);

  /**
   * A group whose declaration was taken back.
   *
   * @param declaredOn null where it is not known, as {@code by}
   * @param ofBaseline whether the baseline of the clean-up rate is smaller by it
   * @param declaredAgain whether there is such a group again on the day in question
   * @param openRules of which rules findings about it were open then, dismissed and exempt ones
   *     left out
   */
  public record Withdrawn(
      String groupId,
      String unit,
      String name,
      @Nullable LocalDate declaredOn,
      LocalDate withdrawnOn,
      Withdrawal.@Nullable WithdrawnBy by,
      boolean ofBaseline,
      boolean declaredAgain,
      List<String> openRules) {}

  /** How many there are, and when the latest was; for where they are not listed. */
  public record WithdrawalCount(int total, LocalDate latestOn) {}

  /** Those up to that day in short; null where there are none. */
  public static @Nullable WithdrawalCount count(TownFacts facts, LocalDate day) {
    LocalDate from = firstDay(facts, day);
    List<LocalDate> days =
        allOf(facts)
            .flatMap(group -> group.withdrawnWithin(from, day))
            .map(Withdrawal::on)
            .sorted()
            .toList();
    return days.isEmpty() ? null : new WithdrawalCount(days.size(), days.getLast());
  }

  /** Those up to that day. */
  public static Withdrawals of(TownFacts facts, LocalDate day) {
    Optional<InspectionRound> round = facts.district().roundOf(facts.town(), day);
    LocalDate from = firstDay(facts, day);
    List<GroupFact> concerned =
        allOf(facts)
            .filter(group -> group.withdrawnWithin(from, day).findAny().isPresent())
            .toList();
    FoundBefore found = FoundBefore.among(facts, concerned);
    List<Withdrawn> all =
        concerned.stream()
            .flatMap(group ->
                group
                    .withdrawnWithin(from, day)
                    .map(it -> withdrawn(group, it, round.orElse(null), day, found)))
            .sorted(LATEST_FIRST)
            .toList();
    return new Withdrawals(
        from,
        day,
        round.map(InspectionRound::id).orElse(null),
        all.size(),
        (int) all.stream().filter(it -> !it.openRules().isEmpty()).count(),
        (int) all.stream().filter(Withdrawn::ofBaseline).map(Withdrawn::groupId).distinct().count(),
        all);
  }

  /** The first day that is looked at on that one. */
  static LocalDate firstDay(TownFacts facts, LocalDate day) {
    return facts
        .district()
        .roundOf(facts.town(), day)
        .map(InspectionRound::openedOn)
        .orElseGet(() -> day.minusDays(DAYS_WITHOUT_ROUND - 1));
  }

  /** How many groups the round's baseline has less on that day because of them. */
  static long outOfBaseline(TownFacts facts, InspectionRound round, LocalDate day) {
    return allOf(facts)
        .filter(group ->
            group
                .withdrawnWithin(round.openedOn(), day)
                .anyMatch(it -> group.leftWith(it, round.openedOn())))
        .count();
  }

  private static Withdrawn withdrawn(
      GroupFact group,
      Withdrawal withdrawal,
      @Nullable InspectionRound round,
      LocalDate day,
      FoundBefore found) {
    return new Withdrawn(
        group.groupId(),
        group.unit(),
        group.name(),
        withdrawal.declaredOn(),
        withdrawal.on(),
        withdrawal.by(),
        round != null && group.leftWith(withdrawal, round.openedOn()),
        group.stateOn(day).isPresent(),
        found.openRules(group.groupId(), withdrawal.on()));
  }

  private static Stream<GroupFact> allOf(TownFacts facts) {
    return Stream.concat(facts.groups().stream(), facts.neverWas().stream());
  }
}
