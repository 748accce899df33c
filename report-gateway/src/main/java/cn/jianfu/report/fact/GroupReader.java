package cn.jianfu.report.fact;

import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.report.compliance.domain.CleanupDecision;
import cn.jianfu.report.compliance.domain.GroupFact;
import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.compliance.domain.Handwork;
import cn.jianfu.report.compliance.domain.Transition;
import cn.jianfu.report.compliance.domain.Withdrawal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads stored facts of groups as the calculator knows them. */
final class GroupReader {

  /** The part of a group's fact that has its decisions, by the day of each. */
  static final String DECISIONS = "k";

  /** The part of a group's fact that says who withdrew its declaration, by the day. */
  static final String WITHDRAWN_BY = "w";

  private GroupReader() {}

  /** One month of a group's counters and members. */
  static GroupMonth month(Document fact) {
    return new GroupMonth(
        FactReader.text(fact, "group"),
        FactReader.text(fact, "month"),
        FactReader.text(fact, "unit"),
        FactReader.text(fact, "town"),
        FactReader.byDay(
            fact, "d", it -> StoredCounters.read(Objects.requireNonNull(it.getString("c")))),
        FactReader.byDay(fact, "m", it -> it.getInteger("n")),
        handwork(fact));
  }

  private static NavigableMap<LocalDate, Set<Handwork>> handwork(Document fact) {
    NavigableMap<LocalDate, Set<Handwork>> days =
        FactReader.byDay(fact, "h", GroupReader::handworkOfDay);
    days.values().removeIf(Set::isEmpty);
    return days;
  }

  private static Set<Handwork> handworkOfDay(Document day) {
    return day.keySet().stream()
        .filter(done -> !Retraction.isTakenBack(day.get(done, Document.class)))
        .map(Handwork::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Handwork.class)));
  }

  /**
   * A group; one that only counters or members have told of so far has no states yet. Empty when
   * all that was told of it was taken back.
   */
  static Optional<GroupFact> group(
      String id, @Nullable WorkGroupV1 group, List<CleanupDecision> decisions, GroupDays counted) {
    if (group != null) {
      return Optional.of(group(group, decisions, counted));
    }
    return counted.isEmpty() ? Optional.empty() : Optional.of(unpublished(id, counted));
  }

  private static GroupFact unpublished(String id, GroupDays counted) {
    return new GroupFact(
        id,
        counted.unit(),
        counted.town(),
        id,
        "",
        null,
        "",
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        counted.days(),
        counted.members(),
        counted.handwork());
  }

  /** The group as a stored fact has it; empty when all that was told of it was taken back. */
  static Optional<WorkGroupV1> workGroup(Document fact) {
    return FactReader.published(fact, "g", WorkGroupV1.class);
  }

  /** What was decided about the group that a stored fact has, oldest first. */
  static List<CleanupDecision> decisions(Document fact) {
    List<CleanupDecision> told =
        FactReader.byDay(fact, DECISIONS, it -> decision(FactReader.read(it, DecisionV1.class)))
            .values()
            .stream()
            .toList();
    return decisions(told, workGroup(fact).map(WorkGroupV1::decision).orElse(null));
  }

  /**
   * What was decided before the decision that stands last, and that one. What was told of a later
   * day, or at all of a group that has none, was taken back as if it had never been.
   */
  private static List<CleanupDecision> decisions(
      List<CleanupDecision> told, @Nullable DecisionV1 last) {
    if (last == null) {
      return List.of();
    }
    CleanupDecision latest = decision(last);
    return Stream.concat(
            told.stream().filter(it -> it.decidedOn().isBefore(latest.decidedOn())),
            Stream.of(latest))
        .toList();
  }

  /** Who withdrew its declaration, by the day; of what was told before that was kept, nobody. */
  static Map<LocalDate, Withdrawal.WithdrawnBy> withdrawnBy(Document fact) {
    return FactReader.byDay(
        fact,
        WITHDRAWN_BY,
        it -> new Withdrawal.WithdrawnBy(FactReader.text(it, "role"), FactReader.text(it, "unit")));
  }

  /** A group as it was published. */
  static GroupFact group(WorkGroupV1 group, List<CleanupDecision> decisions, GroupDays counted) {
    return new GroupFact(
        group.groupId(),
        group.unit(),
        group.town(),
        group.name(),
        group.platform(),
        group.kind(),
        group.confidence(),
        group.createdOn(),
        group.filedOn(),
        group.validUntil(),
        group.memberCount(),
        group.transitions().stream()
            .map(it -> new Transition(GroupState.valueOf(it.state()), it.on()))
            .toList(),
        decisions,
        counted.days(),
        counted.members(),
        counted.handwork());
  }

  /** A decision as it was published. */
  static CleanupDecision decision(DecisionV1 decision) {
    return new CleanupDecision(
        CleanupDecision.Kind.valueOf(decision.kind()),
        decision.decidedOn(),
        decision.dueOn(),
        decision.round(),
        decision.executedOn(),
        decision.withdrawnOn());
  }
}
