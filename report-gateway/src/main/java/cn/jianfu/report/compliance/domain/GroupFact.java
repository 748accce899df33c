package cn.jianfu.report.compliance.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one work group, with the days on which it became so.
 *
 * @param validUntil the last day on which it was meant to live; null when it names none
 * @param memberCount 成员数 as its unit says, on whatever day; null when it does not
 * @param transitions every state it entered, oldest first; what it went through before it was
 *     withdrawn as an error, or joined, is forgotten
 * @param decisions every cleanup decision, withdrawn ones included, oldest first; of two of one day
 *     the later
 * @param days counters by day
 * @param members distinct persons by day of the snapshot
 * @param handwork what people of the town did about it by hand, by day
 * @param withdrawals that its declaration was withdrawn as an error, oldest first
 */
public record GroupFact(
    String groupId,
    String unit,
    String town,
    String name,
    String platform,
    @Nullable String kind,
    String confidence,
    @Nullable LocalDate createdOn,
    @Nullable LocalDate filedOn,
    @Nullable LocalDate validUntil,
    @Nullable Integer memberCount,
    List<Transition> transitions,
    List<CleanupDecision> decisions,
    NavigableMap<LocalDate, DayCounters> days,
    NavigableMap<LocalDate, Integer> members,
    NavigableMap<LocalDate, Set<Handwork>> handwork,
    List<Withdrawal> withdrawals) {

  public GroupFact(
      String groupId,
      String unit,
      String town,
      String name,
      String platform,
      @Nullable String kind,
      String confidence,
      @Nullable LocalDate createdOn,
      @Nullable LocalDate filedOn,
      @Nullable LocalDate validUntil,
      @Nullable Integer memberCount,
      List<Transition> transitions,
      List<CleanupDecision> decisions,
      NavigableMap<LocalDate, DayCounters> days,
      NavigableMap<LocalDate, Integer> members,
      NavigableMap<LocalDate, Set<Handwork>> handwork) {
    this(
        groupId,
        unit,
        town,
        name,
        platform,
        kind,
        confidence,
        createdOn,
        filedOn,
        validUntil,
        memberCount,
        transitions,
        decisions,
        days,
        members,
        handwork,
        Withdrawal.among(transitions));
  }

  public GroupFact {
    transitions = sinceWithdrawn(transitions);
    decisions = List.copyOf(decisions);
  }

  private static List<Transition> sinceWithdrawn(List<Transition> all) {
    int last =
        IntStream.range(0, all.size()).filter(i -> all.get(i).state().neverWas()).max().orElse(-1);
    boolean neverWas = last >= 0 && last == all.size() - 1;
    return List.copyOf(all.subList(neverWas ? last : last + 1, all.size()));
  }

  /** The same, with who withdrew its declaration by the day, as far as that is known. */
  public GroupFact withdrawnBy(Map<LocalDate, Withdrawal.WithdrawnBy> who) {
    return who.isEmpty() || withdrawals.isEmpty()
        ? this
        : new GroupFact(
            groupId,
            unit,
            town,
            name,
            platform,
            kind,
            confidence,
            createdOn,
            filedOn,
            validUntil,
            memberCount,
            transitions,
            decisions,
            days,
            members,
            handwork,
            withdrawals.stream().map(it -> it.by(who.get(it.on()))).toList());
  }

  /** Withdrawals of its declaration on these days, the last one included. */
  Stream<Withdrawal> withdrawnWithin(LocalDate from, LocalDate to) {
    return withdrawals.stream().filter(it -> !it.on().isBefore(from) && !it.on().isAfter(to));
  }

  /** Whether it was there on that day until its declaration was withdrawn, and is not any more. */
  boolean leftWith(Withdrawal withdrawal, LocalDate day) {
    return !withdrawal.on().isBefore(day)
        && !liveDuring(day)
        && Stream.of(withdrawal.declaredOn(), createdOn)
            .anyMatch(since -> since != null && !since.isAfter(day));
  }

  /** Whether it is nothing that counts, on no day. */
  public boolean withdrawn() {
    return !transitions.isEmpty() && transitions.getLast().state().neverWas();
  }

  /**
   * The state at the end of that day, as it is known now: a group that was there before anybody
   * declared it was OBSERVED then. Empty before it was there, and of one that never was.
   */
  public Optional<GroupState> stateOn(LocalDate day) {
    if (withdrawn()) {
      return Optional.empty();
    }
    GroupState entered = enteredBy(day);
    return entered != null
        ? Optional.of(entered)
        : firstSeenOn().filter(first -> !first.isAfter(day)).map(_ -> GroupState.OBSERVED);
  }

  // Asked of every group for every day of a curve: a stream for each would be most of its time.
  private @Nullable GroupState enteredBy(LocalDate day) {
    for (int i = transitions.size() - 1; i >= 0; i--) {
      if (!transitions.get(i).on().isAfter(day)) {
        return transitions.get(i).state();
      }
    }
    return null;
  }

  /** Whether it existed for its members at the end of that day. */
  public boolean liveOn(LocalDate day) {
    return stateOn(day).filter(GroupState::live).isPresent();
  }

  /**
   * How and when it ended, if it is ended on that day; a group may end, come back and end again.
   */
  Optional<Transition> endingOn(LocalDate day) {
    if (stateOn(day).filter(GroupState::ended).isEmpty()) {
      return Optional.empty();
    }
    List<Transition> entered = transitions.stream().filter(it -> !it.on().isAfter(day)).toList();
    int first = entered.size() - 1;
    while (first > 0 && entered.get(first - 1).state().ended()) {
      first--;
    }
    return Optional.of(entered.get(first));
  }

  /** Whether it existed for its members at any time on that day. */
  public boolean liveDuring(LocalDate day) {
    return liveOn(day)
        || liveOn(day.minusDays(1))
        || transitions.stream().anyMatch(it -> it.on().equals(day) && it.state().live());
  }

  /** Whether it was filed (备案) by that day; a later filing, of a rename, takes nothing of that. */
  public boolean filedOn(LocalDate day) {
    return filedOn != null && (!filedOn.isAfter(day) || wasFiledBy(day));
  }

  private boolean wasFiledBy(LocalDate day) {
    return transitions.stream()
        .anyMatch(it -> it.state() == GroupState.FILED && !it.on().isAfter(day));
  }

  /** Distinct persons in it, by the latest snapshot up to that day. */
  public Optional<Integer> membersOn(LocalDate day) {
    return Optional.ofNullable(members.floorEntry(day)).map(Map.Entry::getValue);
  }

  /** The day of that snapshot. */
  Optional<LocalDate> listedOn(LocalDate day) {
    return Optional.ofNullable(members.floorKey(day));
  }

  /**
   * The cleanup decision that stood on that day: the latest by then, unless it was withdrawn, or
   * the group that it had ended was restored.
   */
  public Optional<CleanupDecision> decisionOn(LocalDate day) {
    return decisions.stream()
        .filter(it -> !it.decidedOn().isAfter(day))
        .reduce((_, later) -> later)
        .filter(it -> it.standsOn(day))
        .filter(it -> !(it.endsTheGroup() && it.executedOn(day) && liveOn(day)));
  }

  /** When the decision that stood on that day was to be carried out by, if that was to be done. */
  public Optional<LocalDate> dueOn(LocalDate day) {
    return decisionOn(day)
        .filter(it -> it.asksForExecution() && !it.executedOn(day))
        .map(CleanupDecision::dueOn);
  }

  /** The day from which its counters are owed: it was declared, or had begun to send them. */
  Optional<LocalDate> owesCountersFrom() {
    return Stream.concat(declaredOn().stream(), firstDay().stream()).min(LocalDate::compareTo);
  }

  /** The last day with counters, up to that day. */
  Optional<LocalDate> lastDayUpTo(LocalDate day) {
    return Optional.ofNullable(days.floorKey(day));
  }

  /** The last day on which anybody wrote in it, up to that day. */
  public Optional<LocalDate> lastActiveUpTo(LocalDate day) {
    return days.headMap(day, true).descendingMap().entrySet().stream()
        .filter(entry -> entry.getValue().activeSenders() > 0)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  Optional<LocalDate> firstDay() {
    return days.isEmpty() ? Optional.empty() : Optional.of(days.firstKey());
  }

  private Optional<LocalDate> declaredOn() {
    return transitions.stream()
        .filter(transition -> transition.state() != GroupState.OBSERVED)
        .map(Transition::on)
        .findFirst();
  }

  private Optional<LocalDate> firstSeenOn() {
    return Stream.concat(Stream.ofNullable(createdOn), firstDay().stream())
        .min(LocalDate::compareTo);
  }
}
